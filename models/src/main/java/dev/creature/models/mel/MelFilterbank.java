package dev.creature.models.mel;

/**
 * 80 triangular filters over 201 frequencies from 0 to 8 kHz, evenly spaced on Slaney's mel scale
 * (linear below 1 kHz, logarithmic above) and of equal area.
 *
 * <p>Source: Slaney, Auditory Toolbox, 1998, as Whisper and its feature extractors use it. Each
 * filter touches few frequencies; only those are kept.
 */
public final class MelFilterbank {
  /** Number of filters. */
  public static final int BINS = 80;

  private static final double HIGHEST_HERTZ = 8000;
  private static final double LINEAR_MELS_PER_HERTZ = 3.0 / 200;
  private static final double LOG_FROM_HERTZ = 1000;
  private static final double LOG_FROM_MEL = 15;
  private static final double LOG_STEP = Math.log(6.4) / 27;
  private static final MelFilterbank SLANEY = new MelFilterbank();

  private final int[] firstFrequency = new int[BINS];
  private final double[][] weights = new double[BINS][];

  private MelFilterbank() {
    double highestMel = LOG_FROM_MEL + Math.log(HIGHEST_HERTZ / LOG_FROM_HERTZ) / LOG_STEP;
    double[] corners = new double[BINS + 2];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = hertz(highestMel * i / (BINS + 1));
    }
    double hertzPerBin = HIGHEST_HERTZ / (PowerSpectrum.BINS - 1);
    for (int bin = 0; bin < BINS; bin++) {
      double low = corners[bin];
      double centre = corners[bin + 1];
      double high = corners[bin + 2];
      int first = (int) Math.floor(low / hertzPerBin) + 1;
      int last = Math.min((int) Math.ceil(high / hertzPerBin) - 1, PowerSpectrum.BINS - 1);
      firstFrequency[bin] = first;
      weights[bin] = new double[Math.max(0, last - first + 1)];
      for (int i = 0; i < weights[bin].length; i++) {
        double frequency = (first + i) * hertzPerBin;
        double rising = (frequency - low) / (centre - low);
        double falling = (high - frequency) / (high - centre);
        weights[bin][i] = Math.max(0, Math.min(rising, falling)) * 2 / (high - low);
      }
    }
  }

  /** The one bank there is. */
  public static MelFilterbank slaney() {
    return SLANEY;
  }

  /**
   * Weight of a frequency in a filter.
   *
   * @param bin filter, 0 to 79
   * @param frequency 0 to 200, in steps of 40 Hz
   */
  public double weight(int bin, int frequency) {
    int i = frequency - firstFrequency[bin];
    return i >= 0 && i < weights[bin].length ? weights[bin][i] : 0;
  }

  /** Energy that passes a filter, out of the power of 201 frequencies. */
  double energy(int bin, double[] power) {
    double[] weight = weights[bin];
    int first = firstFrequency[bin];
    double sum = 0;
    for (int i = 0; i < weight.length; i++) {
      sum += weight[i] * power[first + i];
    }
    return sum;
  }

  private static double hertz(double mel) {
    return mel < LOG_FROM_MEL
        ? mel / LINEAR_MELS_PER_HERTZ
        : LOG_FROM_HERTZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL));
  }
}
