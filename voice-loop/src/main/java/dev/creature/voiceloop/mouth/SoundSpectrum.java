package dev.creature.voiceloop.mouth;

import dev.creature.voiceloop.audio.RealTransform;

/**
 * What sound looks like to the eye that reads lips from it: every 10 ms the energy in {@value
 * #BANDS} bands from 100 to 8000 Hz, apart from how loud the whole is.
 */
final class SoundSpectrum {
  /** Milliseconds from one slice to the next. */
  static final int STEP_MILLIS = 10;

  static final int BANDS = 22;

  /** Numbers of a slice: the bands against their own mean, and that mean. */
  static final int NUMBERS = BANDS + 1;

  private static final int STEP = SpokenClause.SAMPLE_RATE * STEP_MILLIS / 1000;
  private static final int WINDOW = 600;
  private static final int SIZE = 1024;
  private static final double LOWEST_HZ = 100;
  private static final double HIGHEST_HZ = 8_000;

  /** −80 dBFS: what is softer is all the same. */
  private static final double FLOOR = 1e-8;

  private SoundSpectrum() {}

  /**
   * The slices of a sound; the first one's middle is at 5 ms.
   *
   * @param samples mono, 24 kHz, 16 bit
   * @return for each whole 10 ms {@value #NUMBERS} numbers
   */
  static float[][] of(short[] samples) {
    RealTransform transform = new RealTransform(SIZE);
    int[] edges = edges();
    float[][] slices = new float[samples.length / STEP][NUMBERS];
    float[] window = new float[SIZE];
    float[] real = new float[transform.bins()];
    float[] imaginary = new float[transform.bins()];
    for (int slice = 0; slice < slices.length; slice++) {
      int from = slice * STEP + STEP / 2 - WINDOW / 2;
      for (int i = 0; i < WINDOW; i++) {
        int at = from + i;
        double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        window[i] = at < 0 || at >= samples.length ? 0 : (float) (hann * samples[at] / 32_768.0);
      }
      transform.forward(window, real, imaginary);
      fill(slices[slice], edges, real, imaginary);
    }
    return slices;
  }

  private static void fill(float[] slice, int[] edges, float[] real, float[] imaginary) {
    double mean = 0;
    for (int band = 0; band < BANDS; band++) {
      double energy = 0;
      for (int bin = edges[band]; bin < edges[band + 2]; bin++) {
        // A triangle: its top is where the next band begins.
        double share =
            bin < edges[band + 1]
                ? (bin - edges[band] + 1.0) / (edges[band + 1] - edges[band] + 1.0)
                : (edges[band + 2] - bin) / (double) (edges[band + 2] - edges[band + 1]);
        energy +=
            share * (real[bin] * (double) real[bin] + imaginary[bin] * (double) imaginary[bin]);
      }
      slice[band] = (float) Math.log(FLOOR + energy / WINDOW);
      mean += slice[band] / (double) BANDS;
    }
    for (int band = 0; band < BANDS; band++) {
      slice[band] -= (float) mean;
    }
    slice[BANDS] = (float) mean;
  }

  /** Bins at which bands begin, as far apart as an ear hears them. */
  private static int[] edges() {
    int[] edges = new int[BANDS + 2];
    double low = mel(LOWEST_HZ);
    double high = mel(HIGHEST_HZ);
    for (int i = 0; i < edges.length; i++) {
      double hertz = 700 * (Math.pow(10, (low + (high - low) * i / (BANDS + 1)) / 2595) - 1);
      int bin = (int) Math.round(hertz * SIZE / SpokenClause.SAMPLE_RATE);
      edges[i] = i == 0 ? bin : Math.max(edges[i - 1] + 1, bin);
    }
    return edges;
  }

  private static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }
}
