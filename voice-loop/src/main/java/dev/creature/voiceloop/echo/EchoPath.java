package dev.creature.voiceloop.echo;

import dev.creature.voiceloop.audio.RealTransform;
import java.util.Arrays;

/**
 * What becomes of the loudspeaker's sound on its way to the microphone, as a filter cut into
 * windows, each kept as a spectrum. Not thread-safe.
 */
final class EchoPath {
  final float[][] real;
  final float[][] imaginary;
  private final RealTransform transform;
  private final float[] sumReal;
  private final float[] sumImaginary;
  private final float[] block;

  /** A path on which nothing comes through. */
  EchoPath(RealTransform transform, int windows) {
    this.transform = transform;
    real = new float[windows][transform.bins()];
    imaginary = new float[windows][transform.bins()];
    sumReal = new float[transform.bins()];
    sumImaginary = new float[transform.bins()];
    block = new float[2 * (transform.bins() - 1)];
  }

  /**
   * The echo that is to be expected.
   *
   * @param reference what was played, up to the window in question
   * @param echo receives that window of it
   */
  void predict(ReferenceSpectra reference, float[] echo) {
    float[] sr = sumReal;
    float[] si = sumImaginary;
    Arrays.fill(sr, 0);
    Arrays.fill(si, 0);
    for (int i = 0; i < real.length; i++) {
      float[] xr = reference.real(i);
      float[] xi = reference.imaginary(i);
      float[] wr = real[i];
      float[] wi = imaginary[i];
      for (int k = 0; k < sr.length; k++) {
        sr[k] += xr[k] * wr[k] - xi[k] * wi[k];
        si[k] += xr[k] * wi[k] + xi[k] * wr[k];
      }
    }
    transform.inverse(sumReal, sumImaginary, block);
    System.arraycopy(block, block.length - echo.length, echo, 0, echo.length);
  }

  /** Makes one window of the filter as short as it must be, for the echo not to wrap around. */
  void constrain(int window) {
    transform.inverse(real[window], imaginary[window], block);
    Arrays.fill(block, block.length / 2, block.length, 0);
    transform.forward(block, real[window], imaginary[window]);
  }

  /** Becomes equal to another path. */
  void copy(EchoPath other) {
    for (int i = 0; i < real.length; i++) {
      System.arraycopy(other.real[i], 0, real[i], 0, real[i].length);
      System.arraycopy(other.imaginary[i], 0, imaginary[i], 0, imaginary[i].length);
    }
  }

  /** Nothing comes through any more. */
  void clear() {
    for (int i = 0; i < real.length; i++) {
      Arrays.fill(real[i], 0);
      Arrays.fill(imaginary[i], 0);
    }
  }
}
