package dev.creature.voiceloop.mouth;

import java.util.Arrays;

/**
 * Keeps clauses equally loud and below a ceiling.
 *
 * <p>The gain is one number for the whole clause, from the level of its speech (the pauses do not
 * count), so nothing pumps. What then still exceeds the ceiling is held by a limiter that looks
 * ahead: its gain falls before the peak and rises after it, in curves of 10 ms.
 */
final class Loudness {
  /** −21 dBFS, the level of speech in the middle of the scale. */
  private static final double TARGET_RMS = 0.089;

  /** A clause is at most doubled: a sigh is not shouted. */
  private static final double GREATEST_GAIN = 2.2;

  private static final double SMALLEST_GAIN = 0.4;

  /** −1.5 dBFS; half a decibel remains for the peaks between the samples. */
  static final float CEILING = 0.841f;

  private static final int BLOCK = 480;

  /** Blocks this far below the loudest one are pauses: −30 dB. */
  private static final double GATE = 0.001;

  private static final int REACH = 240;

  private Loudness() {}

  /** Levels and limits, in place. */
  static void even(float[] samples) {
    double level = speechLevel(samples);
    if (level <= 0) {
      return;
    }
    float gain = (float) Math.clamp(TARGET_RMS / level, SMALLEST_GAIN, GREATEST_GAIN);
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= gain;
    }
    limit(samples);
  }

  /** Root mean square of the blocks that hold speech. */
  static double speechLevel(float[] samples) {
    int blocks = (samples.length + BLOCK - 1) / BLOCK;
    double[] power = new double[blocks];
    for (int i = 0; i < samples.length; i++) {
      power[i / BLOCK] += samples[i] * samples[i] / (double) BLOCK;
    }
    double loudest = Arrays.stream(power).max().orElse(0);
    return Math.sqrt(Arrays.stream(power).filter(p -> p > loudest * GATE).average().orElse(0));
  }

  /** No sample above the ceiling, in place. */
  static void limit(float[] samples) {
    int n = samples.length;
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    if (peak <= CEILING) {
      return;
    }
    // The smallest gain within reach of each sample; averaged over the same reach, it is never
    // above what the sample needs.
    float[] needed = new float[n];
    Arrays.fill(needed, 1);
    for (int i = 0; i < n; i++) {
      float gain = CEILING / Math.max(CEILING, Math.abs(samples[i]));
      if (gain < 1) {
        for (int j = Math.max(0, i - REACH); j <= Math.min(n - 1, i + REACH); j++) {
          needed[j] = Math.min(needed[j], gain);
        }
      }
    }
    double sum = 0;
    for (int i = -REACH; i <= REACH; i++) {
      sum += needed[Math.clamp(i, 0, n - 1)];
    }
    float[] smooth = new float[n];
    for (int i = 0; i < n; i++) {
      smooth[i] = (float) (sum / (2 * REACH + 1));
      sum +=
          needed[Math.clamp(i + REACH + 1L, 0, n - 1)]
              - needed[Math.clamp(i - (long) REACH, 0, n - 1)];
    }
    for (int i = 0; i < n; i++) {
      samples[i] = Math.clamp(samples[i] * smooth[i], -CEILING, CEILING);
    }
  }
}
