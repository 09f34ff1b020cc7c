package dev.creature.voiceloop.echo;

import java.util.Arrays;

/** Powers in the bands of a voice, about as wide as the ear's, from the bins of a spectrum. */
final class Bands {
  private static final double LOWEST_HERTZ = 150;
  private static final double HIGHEST_HERTZ = 5500;
  private static final double WIDTH_RATIO = 1.25;

  private final int[] edges;

  /**
   * Divides the bins.
   *
   * @param bins of the spectrum, the last one at half the sample rate
   * @param sampleRate samples a second
   */
  Bands(int bins, int sampleRate) {
    double binHertz = sampleRate / 2.0 / (bins - 1);
    int[] all = new int[bins];
    int count = 0;
    double hertz = LOWEST_HERTZ;
    while (hertz < HIGHEST_HERTZ) {
      all[count] = (int) Math.round(hertz / binHertz);
      count++;
      // A band is at least 100 Hz wide, as those of the ear are.
      hertz = Math.max(hertz * WIDTH_RATIO, hertz + 100);
    }
    edges = Arrays.copyOf(all, count);
  }

  /** How many. */
  int count() {
    return edges.length - 1;
  }

  /** Writes the power of each band, from that of each bin, times a scale. */
  void powers(float[] bins, double scale, double[] powers) {
    for (int band = 0; band < powers.length; band++) {
      double sum = 0;
      for (int k = edges[band]; k < edges[band + 1]; k++) {
        sum += bins[k];
      }
      powers[band] = sum * scale;
    }
  }

  /** Writes the power of each band, times a scale. */
  void powers(float[] real, float[] imaginary, double scale, double[] powers) {
    for (int band = 0; band < powers.length; band++) {
      double sum = 0;
      for (int k = edges[band]; k < edges[band + 1]; k++) {
        sum += (double) real[k] * real[k] + (double) imaginary[k] * imaginary[k];
      }
      powers[band] = sum * scale;
    }
  }
}
