package dev.creature.voiceloop.echo;

import java.util.Arrays;

/**
 * How loud the echo can be that is left, in each band, in decibels against something that it
 * follows. Learned while only the creature speaks: a level that what is left seldom passes.
 */
final class Leak {
  private static final double FAST_FALL = 1.5;
  private static final double SLOW_FALL = 0.4;

  private final double[] decibels;
  private final double[] peak;
  private final double start;
  private final double least;
  private final int[] learned;

  /**
   * Starts high, so that everything is echo.
   *
   * @param startDecibels where
   * @param leastDecibels never lower
   */
  Leak(int bands, double startDecibels, double leastDecibels) {
    decibels = new double[bands];
    peak = new double[bands];
    Arrays.fill(decibels, startDecibels);
    this.start = startDecibels;
    this.least = leastDecibels;
    learned = new int[bands];
  }

  /** Forgets what was learned. */
  void reset() {
    Arrays.fill(decibels, start);
    Arrays.fill(learned, 0);
  }

  /** The most power that echo may have in a band. */
  double most(int band, double follows) {
    return follows * Math.pow(10, decibels[band] / 10);
  }

  /**
   * Learns from one window.
   *
   * @param left power that was left in the band
   * @param follows power that it follows
   * @param rise decibels upwards at most: little where a person may be speaking
   */
  void learn(int band, double left, double follows, double rise) {
    peak[band] = Math.max(follows, peak[band] * 0.98);
    if (follows < 0.03 * peak[band] || follows < 1e-9) {
      // Too soft to tell echo from noise.
      return;
    }
    // Fast at first, then only as fast as rooms change.
    double fall = Math.max(SLOW_FALL, FAST_FALL - learned[band] * (FAST_FALL - SLOW_FALL) / 40);
    learned[band] = Math.min(1000, learned[band] + 1);
    double ratio = 10 * Math.log10((left + 1e-12) / follows);
    double difference = ratio - decibels[band];
    decibels[band] +=
        difference > 0 ? Math.min(rise, difference * 0.5) : Math.max(-fall, difference * 0.15);
    decibels[band] = Math.max(least, decibels[band]);
  }

  double decibels(int band) {
    return decibels[band];
  }
}
