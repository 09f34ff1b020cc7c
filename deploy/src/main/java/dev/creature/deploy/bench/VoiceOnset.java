package dev.creature.deploy.bench;

import dev.creature.voiceloop.engine.SoundClip;
import java.util.Arrays;

/**
 * Where a voice begins in a recorded channel, by its energy alone: the first 10 ms that stand 10 dB
 * out of the noise before the voice and are at most 25 dB below its loud parts, and are followed by
 * more of it. A recording's own hiss and the breath before the first word are no voice.
 */
final class VoiceOnset {
  private static final int FRAME_MILLIS = 10;
  private static final int FRAME = SoundClip.SAMPLE_RATE * FRAME_MILLIS / 1000;
  private static final double ABOVE_NOISE_DECIBELS = 10;
  private static final double BELOW_LOUD_DECIBELS = 25;
  private static final double FLOOR_DECIBELS = -55;

  /** Of the next {@value #FOLLOWING} frames so many are above the bound as well. */
  private static final int FOLLOWING_ABOVE = 3;

  private static final int FOLLOWING = 5;

  private VoiceOnset() {}

  /**
   * Finds it.
   *
   * @param channel the user's, 24 kHz, from 0
   * @param fromMillis where the user's recording begins
   * @param untilMillis where it ends
   * @return {@code fromMillis} when nothing stands out
   */
  static long millis(short[] channel, long fromMillis, long untilMillis) {
    int first = Math.toIntExact(fromMillis / FRAME_MILLIS);
    int end = (int) Math.min(untilMillis / FRAME_MILLIS, channel.length / FRAME);
    double[] decibels = new double[Math.max(0, end - first)];
    for (int i = 0; i < decibels.length; i++) {
      decibels[i] = decibels(channel, (first + i) * FRAME);
    }
    if (decibels.length == 0) {
      return fromMillis;
    }
    double[] sorted = decibels.clone();
    Arrays.sort(sorted);
    double loud = sorted[(int) (0.95 * (sorted.length - 1))];
    double noise = sorted[(int) (0.1 * (sorted.length - 1))];
    double bound =
        Math.max(
            FLOOR_DECIBELS,
            Math.max(
                loud - BELOW_LOUD_DECIBELS,
                // Where there is no silence the soft end is speech, too.
                Math.min(noise + ABOVE_NOISE_DECIBELS, loud - ABOVE_NOISE_DECIBELS)));
    for (int i = 0; i < decibels.length; i++) {
      if (decibels[i] > bound && above(decibels, i, bound) >= FOLLOWING_ABOVE) {
        return (long) (first + i) * FRAME_MILLIS;
      }
    }
    return fromMillis;
  }

  private static int above(double[] decibels, int at, double bound) {
    int above = 0;
    for (int i = at + 1; i <= Math.min(decibels.length - 1, at + FOLLOWING); i++) {
      above += decibels[i] > bound ? 1 : 0;
    }
    return above;
  }

  private static double decibels(short[] samples, int from) {
    double energy = 0;
    for (int i = from; i < from + FRAME; i++) {
      energy += (double) samples[i] * samples[i];
    }
    return 10 * Math.log10(energy / FRAME / (32_768.0 * 32_768.0) + 1e-12);
  }
}
