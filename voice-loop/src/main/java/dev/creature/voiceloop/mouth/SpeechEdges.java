package dev.creature.voiceloop.mouth;

import dev.creature.models.voice.VoicedPhonemes;

/**
 * Cuts the silence off both ends of an utterance. In front it is pure delay: every voice begins
 * with some 300 ms of it.
 */
final class SpeechEdges {
  private static final int BLOCK = 60;

  /** A 400th of the loudest block's amplitude: −52 dB. */
  private static final double SILENT = 1.0 / 400;

  /** A quiet onset is kept. */
  private static final int FRONT_SAMPLES = 240;

  /** The last sound fades out in the room. */
  private static final int BACK_SAMPLES = 720;

  /** Fades so short that no sound is lost, and long enough not to click. */
  private static final int FADE_IN_SAMPLES = 96;

  private static final int FADE_OUT_SAMPLES = 480;

  private SpeechEdges() {}

  /** The utterance without its silent ends, faded to zero at both. */
  static VoicedPhonemes cut(VoicedPhonemes sound) {
    float[] samples = sound.samples();
    int blocks = samples.length / BLOCK;
    double[] peaks = new double[blocks];
    double loudest = 0;
    for (int i = 0; i < blocks * BLOCK; i++) {
      peaks[i / BLOCK] = Math.max(peaks[i / BLOCK], Math.abs(samples[i]));
      loudest = Math.max(loudest, peaks[i / BLOCK]);
    }
    if (loudest == 0) {
      return sound.cut(0, 0);
    }
    int first = 0;
    while (peaks[first] < loudest * SILENT) {
      first++;
    }
    int last = blocks - 1;
    while (peaks[last] < loudest * SILENT) {
      last--;
    }
    int from = Math.max(0, first * BLOCK - FRONT_SAMPLES);
    int to = Math.min(samples.length, (last + 1) * BLOCK + BACK_SAMPLES);
    VoicedPhonemes cut = sound.cut(from, to);
    fade(cut.samples());
    return cut;
  }

  private static void fade(float[] samples) {
    int in = Math.min(FADE_IN_SAMPLES, samples.length / 2);
    for (int i = 0; i < in; i++) {
      samples[i] *= (float) (0.5 - 0.5 * Math.cos(Math.PI * i / in));
    }
    int out = Math.min(FADE_OUT_SAMPLES, samples.length / 2);
    for (int i = 0; i < out; i++) {
      samples[samples.length - 1 - i] *= (float) (0.5 - 0.5 * Math.cos(Math.PI * i / out));
    }
  }
}
