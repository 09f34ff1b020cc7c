package dev.creature.voiceloop.script;

import java.util.Arrays;

/**
 * Finds sound in recordings by its energy alone, so that delays can be measured without trusting
 * any model.
 *
 * <p>What lies below speech (a constant offset, rumble, mains hum) is taken out first. A frame of
 * 10 ms counts as sound when it is within {@value #RANGE_DECIBELS} dB of the recording's loud
 * frames (their 95th percentile) and above {@value #FLOOR_DECIBELS} dBFS.
 */
final class SpeechSpan {
  private static final double LOWEST_HERTZ = 100;
  private static final double RANGE_DECIBELS = 32;
  private static final double FLOOR_DECIBELS = -55;
  private static final double ABOVE_NOISE_DECIBELS = 8;

  /**
   * A recording cut so tightly that it holds no silence has its softest sounds at its 5th
   * percentile.
   */
  private static final double LEAST_RANGE_DECIBELS = 15;

  private static final int FRAME_MILLIS = 10;
  private static final int SHORTEST_WORD_FRAMES = 20;
  private static final int ALONE_FRAMES = 20;

  private SpeechSpan() {}

  /**
   * Which frames of 10 ms hold sound.
   *
   * @param samples mono, 16 bit
   * @param sampleRate samples a second
   */
  static boolean[] sounding(short[] samples, int sampleRate) {
    double[] decibels = decibels(samples, sampleRate);
    double[] sorted = decibels.clone();
    Arrays.sort(sorted);
    double loud = sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
    double noise = sorted.length == 0 ? 0 : sorted[(int) (0.05 * (sorted.length - 1))];
    double above = Math.max(loud - RANGE_DECIBELS, noise + ABOVE_NOISE_DECIBELS);
    double threshold = Math.max(FLOOR_DECIBELS, Math.min(above, loud - LEAST_RANGE_DECIBELS));
    boolean[] sounding = new boolean[decibels.length];
    for (int frame = 0; frame < sounding.length; frame++) {
      sounding[frame] = decibels[frame] > threshold;
    }
    return withoutClicks(sounding);
  }

  /** Level of each frame above {@value #LOWEST_HERTZ} Hz (a second-order Butterworth high-pass). */
  private static double[] decibels(short[] samples, int sampleRate) {
    int size = sampleRate * FRAME_MILLIS / 1000;
    double[] decibels = new double[samples.length / size];
    double w = Math.tan(Math.PI * LOWEST_HERTZ / sampleRate);
    double gain = 1 / (1 + Math.sqrt(2) * w + w * w);
    double a1 = 2 * (w * w - 1) * gain;
    double a2 = (1 - Math.sqrt(2) * w + w * w) * gain;
    // As if the first value had always been there: else an offset begins with a bang.
    double x1 = samples.length == 0 ? 0 : samples[0];
    double x2 = x1;
    double y1 = 0;
    double y2 = 0;
    for (int frame = 0; frame < decibels.length; frame++) {
      double energy = 0;
      for (int i = frame * size; i < (frame + 1) * size; i++) {
        double x = samples[i];
        double y = gain * (x - 2 * x1 + x2) - a1 * y1 - a2 * y2;
        x2 = x1;
        x1 = x;
        y2 = y1;
        y1 = y;
        energy += y * y;
      }
      decibels[frame] = 10 * Math.log10(energy / size / (32768.0 * 32768.0) + 1e-12);
    }
    return decibels;
  }

  /** A short sound that stands alone is a key, a mouse or the microphone being put down. */
  private static boolean[] withoutClicks(boolean[] sounding) {
    boolean[] kept = sounding.clone();
    int start = 0;
    while (start < sounding.length) {
      int end = start;
      while (end < sounding.length && sounding[end]) {
        end++;
      }
      if (end > start
          && end - start < SHORTEST_WORD_FRAMES
          && quiet(sounding, start - ALONE_FRAMES, start)
          && quiet(sounding, end, end + ALONE_FRAMES)) {
        Arrays.fill(kept, start, end, false);
      }
      start = end + 1;
    }
    return kept;
  }

  private static boolean quiet(boolean[] sounding, int from, int to) {
    for (int frame = Math.max(0, from); frame < Math.min(sounding.length, to); frame++) {
      if (sounding[frame]) {
        return false;
      }
    }
    return true;
  }
}
