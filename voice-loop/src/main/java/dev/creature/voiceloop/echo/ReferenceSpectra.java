package dev.creature.voiceloop.echo;

import dev.creature.voiceloop.audio.RealTransform;

/**
 * The spectra of what the loudspeaker played lately, one for each window, the latest first. Each
 * covers its window and the one before, as overlap-save wants it. Not thread-safe.
 */
final class ReferenceSpectra {
  private final RealTransform transform;
  private final float[][] real;
  private final float[][] imaginary;
  private final float[] twoWindows;
  private int latest;

  ReferenceSpectra(RealTransform transform, int window, int windows) {
    this.transform = transform;
    real = new float[windows][transform.bins()];
    imaginary = new float[windows][transform.bins()];
    twoWindows = new float[2 * window];
  }

  /** Takes the next window. */
  void accept(float[] window) {
    System.arraycopy(twoWindows, window.length, twoWindows, 0, window.length);
    System.arraycopy(window, 0, twoWindows, window.length, window.length);
    latest = (latest + real.length - 1) % real.length;
    transform.forward(twoWindows, real[latest], imaginary[latest]);
  }

  /** Real parts of the spectrum so many windows ago. */
  float[] real(int windowsAgo) {
    return real[(latest + windowsAgo) % real.length];
  }

  /** Imaginary parts of the spectrum so many windows ago. */
  float[] imaginary(int windowsAgo) {
    return imaginary[(latest + windowsAgo) % real.length];
  }
}
