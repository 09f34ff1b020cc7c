package dev.creature.voiceloop.noise;

import java.util.Arrays;

/**
 * Follows the power of the noise in each bin, also while somebody speaks.
 *
 * <p>Each frame counts as noise as far as speech in it is unlikely: the estimator of Gerkmann and
 * Hendriks, <em>Unbiased MMSE-Based Noise Power Estimation with Low Complexity and Low Tracking
 * Delay</em> (2012), with its smoothing converted to frames of 8 ms. The quietest of the last one
 * to two seconds is a lower bound, so that a noise that sets in at once is found.
 */
final class NoisePower {
  /** Power of speech against noise where there is speech: 15 dB. */
  private static final double SPEECH = Math.pow(10, 1.5);

  private static final double SMOOTHING = 0.9;
  private static final double PROBABILITY_SMOOTHING = 0.95;
  private static final double MOST_CERTAIN = 0.99;
  private static final double PERIODOGRAM_SMOOTHING = 0.9;
  private static final int SEARCH_FRAMES = 125;

  /** Frames whose mean is believed to be noise when a stream begins: 48 ms. */
  private static final int FIRST_FRAMES = 6;

  /** Below this nothing is heard: −100 dBFS in a bin. */
  private static final double LEAST = 1e-9;

  private final double[] noise;
  private final double[] likely;
  private final double[] smooth;
  private final double[] quietest;
  private final double[] quietestBefore;
  private int frames;

  NoisePower(int bins) {
    noise = new double[bins];
    likely = new double[bins];
    smooth = new double[bins];
    quietest = new double[bins];
    quietestBefore = new double[bins];
    Arrays.fill(quietest, Double.POSITIVE_INFINITY);
    Arrays.fill(quietestBefore, Double.POSITIVE_INFINITY);
  }

  /** Takes the power of each bin in the next frame. */
  void accept(double[] power) {
    boolean first = frames < FIRST_FRAMES;
    for (int k = 0; k < noise.length; k++) {
      smooth[k] =
          frames == 0
              ? power[k]
              : PERIODOGRAM_SMOOTHING * smooth[k] + (1 - PERIODOGRAM_SMOOTHING) * power[k];
      quietest[k] = Math.min(quietest[k], smooth[k]);
      noise[k] =
          Math.max(
              LEAST, first ? (noise[k] * frames + power[k]) / (frames + 1) : followed(k, power[k]));
    }
    frames++;
    if (frames % SEARCH_FRAMES == 0) {
      System.arraycopy(quietest, 0, quietestBefore, 0, quietest.length);
      System.arraycopy(smooth, 0, quietest, 0, quietest.length);
    }
  }

  private double followed(int k, double power) {
    double speech =
        1 / (1 + (1 + SPEECH) * Math.exp(-Math.min(60, power / noise[k] * SPEECH / (1 + SPEECH))));
    likely[k] = PROBABILITY_SMOOTHING * likely[k] + (1 - PROBABILITY_SMOOTHING) * speech;
    double sure = likely[k] > MOST_CERTAIN ? Math.min(speech, MOST_CERTAIN) : speech;
    double now = sure * noise[k] + (1 - sure) * power;
    double next = SMOOTHING * noise[k] + (1 - SMOOTHING) * now;
    double least = Math.min(quietest[k], quietestBefore[k]);
    return quietestBefore[k] < Double.POSITIVE_INFINITY ? Math.max(next, least) : next;
  }

  /** Of a bin. */
  double of(int bin) {
    return noise[bin];
  }
}
