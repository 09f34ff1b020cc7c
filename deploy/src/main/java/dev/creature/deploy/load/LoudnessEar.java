package dev.creature.deploy.load;

import dev.creature.voiceloop.engine.PcmBlock;
import java.util.Optional;

/** Tells speech from silence by loudness alone, and when a turn is over. Not thread-safe. */
final class LoudnessEar {
  /** What it noticed with a block. */
  sealed interface Noticed {
    /** Somebody begins to speak. */
    record Began(long atMillis) implements Noticed {}

    /** Somebody has spoken, and was silent for {@value LoudnessEar#TURN_END_MILLIS} ms. */
    record Ended(long beganMillis, long atMillis) implements Noticed {}
  }

  /** As long as a patient listener waits. */
  static final int TURN_END_MILLIS = 700;

  /** About -40 dBFS. */
  private static final double LOUD = 0.01;

  private static final int SHORTEST_MILLIS = 100;

  private Optional<Long> began = Optional.empty();
  private long lastLoudMillis;
  private boolean told;

  /** The next piece of sound. */
  Optional<Noticed> hear(PcmBlock block) {
    double energy = 0;
    for (float sample : block.samples()) {
      energy += sample * sample;
    }
    long end = block.endMillis();
    if (Math.sqrt(energy / Math.max(1, block.samples().length)) > LOUD) {
      lastLoudMillis = end;
      if (began.isEmpty()) {
        began = Optional.of(end - block.samples().length * 1000L / PcmBlock.SAMPLE_RATE);
      }
      if (!told && end - began.get() >= SHORTEST_MILLIS) {
        told = true;
        return Optional.of(new Noticed.Began(began.get()));
      }
      return Optional.empty();
    }
    if (began.isEmpty() || end - lastLoudMillis < TURN_END_MILLIS) {
      return Optional.empty();
    }
    Noticed ended = new Noticed.Ended(began.get(), lastLoudMillis);
    boolean spoken = told;
    began = Optional.empty();
    told = false;
    return spoken ? Optional.of(ended) : Optional.empty();
  }
}
