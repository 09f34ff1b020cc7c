package dev.creature.voiceloop.echo;

import dev.creature.voiceloop.audio.RealTransform;
import java.util.Arrays;

/**
 * Learns the echo path from what is left after the echo it expects was taken away.
 *
 * <p>A normalised least-mean-squares step in each bin of each window of the filter, whose length is
 * the optimal one for what is known so far: it keeps, beside each weight, how uncertain that still
 * is, and steps far where much is uncertain and little else sounds, and hardly where a person
 * speaks. (The diagonal form of the Kalman filter in the frequency domain.) Not thread-safe.
 */
final class EchoPathLearner {
  /** Squared gain that a bin of each window of the filter may have, before anything is known. */
  private static final float UNKNOWN = 0.05f;

  /** Share of a weight that is still true a window later; the rest covers drift and movement. */
  private static final float KEPT = 0.99f;

  /** A path on which nothing came through for an hour may open any time: headphones come off. */
  private static final float NEVER_SURE = 3e-4f;

  private static final float LEAST_POWER = 1e-6f;

  private final EchoPath path;
  private final RealTransform transform;
  private final float[][] uncertainty;
  private final float[] other;
  private final float[] scale;
  private final float[] unknown;
  private final float[] errorReal;
  private final float[] errorImaginary;
  private final float[] block;

  EchoPathLearner(EchoPath path, RealTransform transform, int windows) {
    this.path = path;
    this.transform = transform;
    uncertainty = new float[windows][transform.bins()];
    other = new float[transform.bins()];
    scale = new float[transform.bins()];
    unknown = new float[transform.bins()];
    errorReal = new float[transform.bins()];
    errorImaginary = new float[transform.bins()];
    block = new float[2 * (transform.bins() - 1)];
    doubt();
  }

  /** Trusts nothing that was learned: the room may be another one. */
  void doubt() {
    for (float[] row : uncertainty) {
      Arrays.fill(row, UNKNOWN);
    }
    Arrays.fill(other, 0);
  }

  /**
   * Takes one step.
   *
   * @param reference what was played
   * @param left the microphone's window without the echo that the path expected
   */
  void learn(ReferenceSpectra reference, float[] left) {
    System.arraycopy(left, 0, block, block.length - left.length, left.length);
    Arrays.fill(block, 0, block.length - left.length, 0);
    transform.forward(block, errorReal, errorImaginary);
    weigh(reference);
    for (int i = 0; i < uncertainty.length; i++) {
      step(reference.real(i), reference.imaginary(i), i);
    }
    for (int i = 0; i < uncertainty.length; i++) {
      path.constrain(i);
    }
  }

  /** Per bin: power that echo may have in the latest window for want of knowledge. */
  float[] unknown() {
    return unknown;
  }

  /** Per bin: one over the power that the uncertain part of the echo and all else explain. */
  private void weigh(ReferenceSpectra reference) {
    float[] sum = scale;
    Arrays.fill(sum, 0);
    for (int i = 0; i < uncertainty.length; i++) {
      float[] xr = reference.real(i);
      float[] xi = reference.imaginary(i);
      float[] p = uncertainty[i];
      for (int k = 0; k < sum.length; k++) {
        sum[k] += p[k] * (xr[k] * xr[k] + xi[k] * xi[k]);
      }
    }
    for (int k = 0; k < scale.length; k++) {
      float power = errorReal[k] * errorReal[k] + errorImaginary[k] * errorImaginary[k];
      other[k] = 0.6f * other[k] + 0.4f * power;
      unknown[k] = 0.5f * scale[k];
      scale[k] = 1 / (unknown[k] + other[k] + LEAST_POWER);
    }
  }

  private void step(float[] xr, float[] xi, int window) {
    float[] wr = path.real[window];
    float[] wi = path.imaginary[window];
    float[] p = uncertainty[window];
    float[] er = errorReal;
    float[] ei = errorImaginary;
    float[] s = scale;
    for (int k = 0; k < s.length; k++) {
      float step = p[k] * s[k];
      wr[k] += step * (xr[k] * er[k] + xi[k] * ei[k]);
      wi[k] += step * (xr[k] * ei[k] - xi[k] * er[k]);
      float known = 1 - 0.5f * step * (xr[k] * xr[k] + xi[k] * xi[k]);
      float drift = (1 - KEPT) * (wr[k] * wr[k] + wi[k] * wi[k]);
      p[k] = Math.max(NEVER_SURE, KEPT * known * p[k] + drift);
    }
  }
}
