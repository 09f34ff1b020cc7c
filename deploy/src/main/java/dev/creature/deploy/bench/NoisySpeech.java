package dev.creature.deploy.bench;

import java.util.Arrays;

/** Speech and noise, mixed in a ratio. All at 16 kHz, mono. */
final class NoisySpeech {
  /** Noise alone before the first sample of a recording, and behind its last one. */
  static final int BEFORE = 16_000 * 3 / 2;

  static final int BEHIND = 16_000 * 5 / 2;

  private static final int FRAME = 160;
  private static final double RANGE = Math.pow(10, -2.5);

  private NoisySpeech() {}

  /** A recording with silence around it. */
  static float[] alone(float[] speech) {
    float[] sound = new float[BEFORE + speech.length + BEHIND];
    System.arraycopy(speech, 0, sound, BEFORE, speech.length);
    return sound;
  }

  /**
   * A recording in noise.
   *
   * @param noise at least as long as {@link #alone} makes the recording
   * @param decibels power of the speech, where it sounds, against the noise
   */
  static float[] mixed(float[] speech, float[] noise, double decibels) {
    float[] sound = alone(speech);
    double gain =
        Math.sqrt(
            speechPower(speech)
                / Math.max(1e-12, power(noise, 0, sound.length))
                / Math.pow(10, decibels / 10));
    for (int i = 0; i < sound.length; i++) {
      sound[i] = Math.clamp((float) (sound[i] + gain * noise[i]), -1f, 1f);
    }
    return sound;
  }

  /** Mean power of the frames of 10 ms that are at most 25 dB softer than the loudest twentieth. */
  static double speechPower(float[] speech) {
    double[] frames = new double[speech.length / FRAME];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = power(speech, i * FRAME, (i + 1) * FRAME);
    }
    double[] sorted = frames.clone();
    Arrays.sort(sorted);
    double loud = sorted.length == 0 ? 0 : sorted[(int) (0.95 * (sorted.length - 1))];
    return Arrays.stream(frames).filter(it -> it >= RANGE * loud).average().orElse(0);
  }

  private static double power(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum / Math.max(1, to - from);
  }
}
