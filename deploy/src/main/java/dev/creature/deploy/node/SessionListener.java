package dev.creature.deploy.node;

import dev.creature.actors.link.LinkListener;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;

/**
 * Who listens to a session just now, since when nobody does, and how long sound takes to the
 * listener's ear. Not thread-safe: part of its session.
 */
final class SessionListener {
  /** What a page holds back before it plays, until it tells us better. */
  private static final long USUAL_DELAY_MILLIS = 100;

  private static final long LONGEST_DELAY_MILLIS = 600;
  private static final double FOLLOW = 0.2;

  private final LinkSpeaker speaker;
  private final LongSupplier nanos;
  private Optional<LinkListener> listener = Optional.empty();
  private long leftNanos;
  private double delayMillis = USUAL_DELAY_MILLIS;

  /**
   * Nobody yet.
   *
   * @param nanos a clock that never goes back
   */
  SessionListener(LinkSpeaker speaker, LongSupplier nanos) {
    this.speaker = speaker;
    this.nanos = nanos;
    this.leftNanos = nanos.getAsLong();
  }

  /** One takes the session; the one before is told. */
  void attach(LinkListener next) {
    listener
        .filter(before -> !before.equals(next))
        .ifPresent(before -> before.close("another device goes on with this conversation"));
    listener = Optional.of(next);
    speaker.attach(listener);
  }

  /** One went; whether it was the one who listens. */
  boolean left(LinkListener gone) {
    if (listener.filter(gone::equals).isEmpty()) {
      return false;
    }
    listener = Optional.empty();
    speaker.attach(listener);
    leftNanos = nanos.getAsLong();
    return true;
  }

  boolean isAway() {
    return listener.isEmpty();
  }

  boolean isAwayLongerThan(Duration patience) {
    return listener.isEmpty() && nanos.getAsLong() - leftNanos > patience.toNanos();
  }

  void text(String json) {
    listener.ifPresent(each -> each.text(json));
  }

  void close(String reason) {
    listener.ifPresent(each -> each.close(reason));
  }

  /** The listener says that it begins to hear this moment. */
  void played(long playoutMillis, long nowMillis) {
    double measured = Math.clamp(nowMillis - playoutMillis, 0, LONGEST_DELAY_MILLIS);
    delayMillis += FOLLOW * (measured - delayMillis);
  }

  /**
   * What has reached the listener's ear since the last time.
   *
   * @param heard takes each frame, and when it was heard on the conversation's clock
   */
  void heardUntil(long nowMillis, ObjLongConsumer<PlayoutFrame> heard) {
    long delay = Math.round(delayMillis);
    Optional<PlayoutFrame> next = speaker.heard(nowMillis - delay);
    while (next.isPresent()) {
      PlayoutFrame frame = next.get();
      heard.accept(frame, frame.playoutMillis() + delay);
      next = speaker.heard(nowMillis - delay);
    }
  }
}
