package dev.creature.deploy.bench;

import dev.creature.voiceloop.link.Speaker;
import dev.creature.voiceloop.playout.Playout;
import dev.creature.voiceloop.playout.PlayoutFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Watches when frames leave for the listener, beside where they go. Frames of one reply that follow
 * each other without a gap should leave as far apart as they sound. A gap that nobody asked for is
 * an underrun. At its beginning a reply gathers a lead against late ticks: the first frame leaves
 * as late as it can, some behind it at once. Those are early on purpose, and no jitter.
 *
 * <p>Thread-safe. One for each conversation.
 */
final class FrameMeter implements Speaker {
  private record Left(PlayoutFrame frame, long nanos) {}

  private final Speaker speaker;
  private final LongSupplier nanos;
  private Optional<Left> first = Optional.empty();
  private final List<Double> jitterMillis = new ArrayList<>();
  private Optional<Left> before = Optional.empty();
  private int underruns;

  FrameMeter(Speaker speaker, LongSupplier nanos) {
    this.speaker = speaker;
    this.nanos = nanos;
  }

  @Override
  public void play(PlayoutFrame frame) {
    note(new Left(frame, nanos.getAsLong()));
    speaker.play(frame);
  }

  private synchronized void note(Left now) {
    before
        .filter(last -> last.frame().turn() == now.frame().turn())
        .ifPresent(last -> {
          long apart = now.frame().playoutMillis() - last.frame().playoutMillis();
          if (apart != PlayoutFrame.MILLIS) {
            underruns++;
            return;
          }
          double late = (now.nanos() - last.nanos()) / 1e6 - apart;
          if (late >= 0 || !gathersLead(now)) {
            jitterMillis.add(Math.abs(late));
          }
        });
    if (before.filter(last -> last.frame().turn() == now.frame().turn()).isEmpty()) {
      first = Optional.of(now);
    }
    before = Optional.of(now);
  }

  /** Whether the reply is not further ahead of its first frame than it means to be. */
  private boolean gathersLead(Left now) {
    return first
        .filter(begun -> {
          long sounds = now.frame().playoutMillis() - begun.frame().playoutMillis();
          return sounds - (now.nanos() - begun.nanos()) / 1e6 <= Playout.LOOKAHEAD_MILLIS;
        })
        .isPresent();
  }

  @Override
  public void duck(boolean lowered) {
    speaker.duck(lowered);
  }

  @Override
  public void cut(int turn) {
    synchronized (this) {
      // What comes next of this reply comes after a gap that was wanted.
      before = Optional.empty();
    }
    speaker.cut(turn);
  }

  /** For each frame behind another one but those of a lead: by how much it left early or late. */
  synchronized List<Double> jitterMillis() {
    return List.copyOf(jitterMillis);
  }

  /** Gaps inside replies. */
  synchronized int underruns() {
    return underruns;
  }
}
