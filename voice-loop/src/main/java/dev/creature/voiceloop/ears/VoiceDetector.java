package dev.creature.voiceloop.ears;

import dev.creature.models.vad.SileroVad;

/**
 * The VAD on one stream: brings the sound to a level that the network knows, and asks it.
 *
 * <p>A recording that is far too quiet is raised, by up to 36 dB, towards −24 dBFS of its loud
 * pieces: at once where a stream begins, slowly after something loud; a constant offset is taken
 * out. Belongs to one thread at a time; {@link #probability} runs the model and belongs on an
 * inference thread.
 */
public final class VoiceDetector {
  private static final double TARGET_DB = -24;
  private static final double MOST_GAIN_DB = 36;
  private static final double FALL_DB = 1 * 0.032;
  private static final double QUIETEST_DB = TARGET_DB - MOST_GAIN_DB;

  private final SileroVad vad;
  private final SileroVad.Stream stream = new SileroVad.Stream();
  private final SoundLevel level = new SoundLevel();
  private final float[] window = new float[SileroVad.WINDOW];
  private double loudDb = QUIETEST_DB;
  private double offset;
  private boolean started;

  /** Begins a stream. */
  public VoiceDetector(SileroVad vad) {
    this.vad = vad;
  }

  /**
   * Judges the next window.
   *
   * @param samples mono, 16 kHz, in [-1, 1]
   * @param at index of the first of 512
   * @return probability of speech, 0 to 1
   */
  public double probability(float[] samples, int at) {
    double windowDb = SoundLevel.FLOOR_DB;
    for (int i = 0; i < SileroVad.WINDOW; i += SoundLevel.PIECE) {
      windowDb = Math.max(windowDb, level.of(samples, at + i));
    }
    loudDb = Math.max(windowDb, Math.max(QUIETEST_DB, loudDb - FALL_DB));
    float gain = (float) Math.pow(10, Math.clamp(TARGET_DB - loudDb, 0, MOST_GAIN_DB) / 20);
    double sum = 0;
    for (int i = 0; i < SileroVad.WINDOW; i++) {
      sum += samples[at + i];
    }
    double mean = sum / SileroVad.WINDOW;
    offset = started ? offset + 0.05 * (mean - offset) : mean;
    started = true;
    for (int i = 0; i < SileroVad.WINDOW; i++) {
      window[i] = Math.clamp((float) (samples[at + i] - offset) * gain, -1f, 1f);
    }
    return vad.probability(stream, window, 0);
  }
}
