package dev.creature.voiceloop.script;

/**
 * Says where in a recording somebody speaks, so that a key, a breath or the microphone being put
 * down is not taken for the end of a turn when delays are measured.
 */
@FunctionalInterface
public interface SpeechJudge {
  /** Samples of a window, 32 ms at 16 kHz. */
  int WINDOW = 512;

  /**
   * Judges a whole recording.
   *
   * @param samples mono, 16 kHz, from -1 to 1
   * @return for each whole window whether it holds speech
   */
  boolean[] speech(float[] samples);
}
