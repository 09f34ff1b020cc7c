package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.voiceloop.engine.EngineEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A reply with the floor: its start, which may be revoked, and its way to the first sound. What to
 * do when somebody speaks into it is for {@link OtherVoice} to say. Owned by the engine's actor.
 */
final class SpokenReply {
  /** A user who goes on so soon after the creature began was interrupted. */
  static final long REVOCABLE_MILLIS = 500;

  /** The rest of a reply follows its opener after this much silence. */
  private static final long AFTER_OPENER_MILLIS = 700;

  /** After this long without any sound the creature says that it has lost its thread. */
  static final long WATCHDOG_MILLIS = 1500;

  /** An answer that is not there so long after its turn was taken is announced. */
  private static final long PATIENCE_MILLIS = 20;

  private final int turn;
  private final ReplyInProgress words;
  private final long committedMillis;
  private final Optional<String> news;
  private final Consumer<EngineEvent> events;
  private final Runnable settled;
  private final OtherVoice other;
  private Optional<Voice.Opener> filler = Optional.empty();
  private long nowMillis;
  private long soundedMillis = -1;
  private long restMillis = -1;
  private boolean isSettled;
  private boolean gaveUp;

  SpokenReply(
      int turn,
      ReplyInProgress words,
      long nowMillis,
      Optional<String> news,
      Consumer<EngineEvent> events,
      Runnable settled) {
    this.turn = turn;
    this.words = words;
    this.committedMillis = nowMillis;
    this.nowMillis = nowMillis;
    this.news = news;
    this.events = events;
    this.settled = settled;
    this.other = new OtherVoice(turn, nowMillis, events);
  }

  /** Somebody who speaks into it. */
  OtherVoice other() {
    return other;
  }

  int turn() {
    return turn;
  }

  /** What it tells without having been asked: to be told again when nobody listened. */
  Optional<String> news() {
    return news;
  }

  ReplyInProgress words() {
    return words;
  }

  /**
   * Starts to sound: with an opener, or with what is there of the answer.
   *
   * @param filler sounds when the answer keeps the user waiting
   */
  void begin(Optional<Voice.Opener> opener, Optional<Voice.Opener> filler) {
    if (opener.isEmpty()) {
      this.filler = filler;
      words.release(turn, nowMillis, events);
      noteSound();
      return;
    }
    Voice.Opener first = opener.get();
    sound(first);
    restMillis = nowMillis + first.clip().durationMillis() + AFTER_OPENER_MILLIS;
  }

  private void sound(Voice.Opener word) {
    notice(new ConversationEvent.ReplyToken(nowMillis, turn, word.text()));
    events.accept(new EngineEvent.ReplySound(turn, word.clip()));
  }

  /** Whether the user may still take the turn back as if nothing had happened. */
  boolean revocable() {
    return !isSettled;
  }

  /** Time has gone on. */
  void tick(long now) {
    nowMillis = now;
    if (!words.released() && restMillis >= 0 && now >= restMillis && !other.ducked()) {
      words.release(turn, now, events);
    }
    noteSound();
    fillIn();
    if (!isSettled
        && soundedMillis >= 0
        && now - soundedMillis >= REVOCABLE_MILLIS
        && !other.ducked()) {
      settle();
    }
    if (soundedMillis < 0
        && !gaveUp
        && words.released()
        && now - waitingSince() >= WATCHDOG_MILLIS) {
      gaveUp = true;
      words.giveUp();
    }
    if (words.released() && words.stalled(now)) {
      words.breakOff();
    }
    other.tick(now);
  }

  /** The reply is over at the listener's ear. */
  void over() {
    other.cut();
    if (!isSettled && !other.certain()) {
      settle();
    }
  }

  /** The turn is the creature's, whatever comes. */
  void settleNow() {
    if (!isSettled) {
      settle();
    }
  }

  /** Whoever asked hears that it was heard, when the answer is not there as soon as usual. */
  private void fillIn() {
    if (filler.isPresent()
        && (soundedMillis >= 0 || nowMillis - committedMillis >= PATIENCE_MILLIS)) {
      if (soundedMillis < 0 && !other.ducked() && !words.completed()) {
        sound(filler.get());
      }
      filler = Optional.empty();
    }
  }

  private void noteSound() {
    if (soundedMillis < 0 && words.released() && words.sounded()) {
      soundedMillis = nowMillis;
    }
  }

  private long waitingSince() {
    return Math.max(committedMillis, restMillis);
  }

  private void settle() {
    isSettled = true;
    settled.run();
  }

  private void notice(ConversationEvent event) {
    events.accept(new EngineEvent.Noticed(event));
  }
}
