package dev.creature.voiceloop.noise;

import dev.creature.voiceloop.audio.RealTransform;

/**
 * Lowers each bin of the spectrum as far as it is noise.
 *
 * <p>Frames of 16 ms, half over each other, each bin weighted by the short-time log-spectral
 * amplitude estimator of Ephraim and Malah (1985) with the noise of {@link NoisePower}. Delay: 8
 * ms, exactly. Cost: some 20 µs for 32 ms of sound.
 */
public final class SpectralSuppression implements NoiseSuppression.Stream {
  /** Samples by which the sound is late. */
  public static final int DELAY = 128;

  /** How far noise is lowered at most. More takes words with it. */
  static final double USUAL_DECIBELS = 12;

  private static final int FRAME = 2 * DELAY;

  /** How much of the estimate of a bin's speech comes from the frame before. */
  private static final double TRUST_BEFORE = 0.96;

  private static final double LEAST_SPEECH = Math.pow(10, -2.5);

  private final double least;
  private final RealTransform transform = new RealTransform(FRAME);
  private final float[] shape = new float[FRAME];
  private final float[] input = new float[FRAME];
  private final float[] frame = new float[FRAME];
  private final float[] overlap = new float[DELAY];
  private final float[] real = new float[transform.bins()];
  private final float[] imaginary = new float[transform.bins()];
  private final double[] power = new double[transform.bins()];
  private final double[] speechBefore = new double[transform.bins()];
  private final NoisePower noise = new NoisePower(transform.bins());

  /**
   * Begins a stream.
   *
   * @param mostDecibels how far noise is lowered at most, above 0
   */
  public SpectralSuppression(double mostDecibels) {
    if (!(mostDecibels > 0 && mostDecibels <= 60)) {
      throw new IllegalArgumentException("noise is lowered by 0 to 60 dB, not " + mostDecibels);
    }
    least = Math.pow(10, -mostDecibels / 20);
    for (int i = 0; i < FRAME; i++) {
      // The square root of a Hann window, used twice: what overlaps adds up to one.
      shape[i] = (float) Math.sin(Math.PI * i / FRAME);
    }
  }

  @Override
  public void clean(float[] window) {
    if (window.length % DELAY != 0) {
      throw new IllegalArgumentException("a window is a multiple of " + DELAY + " samples");
    }
    for (int at = 0; at < window.length; at += DELAY) {
      System.arraycopy(input, DELAY, input, 0, DELAY);
      System.arraycopy(window, at, input, DELAY, DELAY);
      for (int i = 0; i < FRAME; i++) {
        frame[i] = input[i] * shape[i];
      }
      transform.forward(frame, real, imaginary);
      weigh();
      transform.inverse(real, imaginary, frame);
      for (int i = 0; i < DELAY; i++) {
        window[at + i] = overlap[i] + frame[i] * shape[i];
        overlap[i] = frame[DELAY + i] * shape[DELAY + i];
      }
    }
  }

  private void weigh() {
    for (int k = 0; k < power.length; k++) {
      power[k] = (double) real[k] * real[k] + (double) imaginary[k] * imaginary[k];
    }
    noise.accept(power);
    for (int k = 0; k < power.length; k++) {
      double ratio = Math.min(1e4, power[k] / noise.of(k));
      double speech =
          Math.max(
              LEAST_SPEECH,
              TRUST_BEFORE * speechBefore[k] / noise.of(k)
                  + (1 - TRUST_BEFORE) * Math.max(0, ratio - 1));
      double wiener = speech / (1 + speech);
      double gain =
          Math.clamp(wiener * Math.exp(ExponentialIntegral.of(ratio * wiener) / 2), least, 1);
      speechBefore[k] = gain * gain * power[k];
      real[k] *= (float) gain;
      imaginary[k] *= (float) gain;
    }
  }
}
