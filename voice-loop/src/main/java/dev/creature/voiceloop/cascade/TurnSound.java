package dev.creature.voiceloop.cascade;

import java.util.Arrays;

/**
 * The latest sound of one conversation, addressed by its place on the clock of samples at 16 kHz.
 * Forgets what lies before a place that it is told, in bounded memory. Not thread-safe.
 */
final class TurnSound {
  private static final int FIRST_CAPACITY = 1 << 15;

  private final int longestSamples;
  private float[] samples = new float[FIRST_CAPACITY];
  private int count;
  private long first;

  /** Keeps at most so many samples, the latest. */
  TurnSound(int longestSamples) {
    this.longestSamples = longestSamples;
  }

  /** Place one behind the last sample. */
  long end() {
    return first + count;
  }

  /** Place of the first sample that is still there. */
  long start() {
    return first;
  }

  /** Adds a window behind the last sample. */
  void append(float[] window) {
    if (count + window.length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(samples.length * 2, count + window.length));
    }
    System.arraycopy(window, 0, samples, count, window.length);
    count += window.length;
    if (count > longestSamples) {
      forgetBefore(end() - longestSamples);
    }
  }

  /** Drops what lies before a place. */
  void forgetBefore(long place) {
    int drop = Math.clamp(place - first, 0, count);
    System.arraycopy(samples, drop, samples, 0, count - drop);
    count -= drop;
    first += drop;
  }

  /** A copy of the sound from a place on, or of all that is left where that is gone. */
  float[] from(long place) {
    return between(place, end());
  }

  /** A copy of the sound between two places, or of what is left of it. */
  float[] between(long from, long to) {
    int skip = Math.clamp(from - first, 0, count);
    return Arrays.copyOfRange(samples, skip, Math.max(skip, Math.clamp(to - first, 0, count)));
  }
}
