package dev.creature.models.voice;

/**
 * A voice: phonemes in, sound out. Thread-safe; a call blocks for the whole of the synthesis, so
 * call it from the {@link dev.creature.models.runtime.InferencePool}.
 */
public interface VoiceModel {
  /** Samples a second of every voice. */
  int SAMPLE_RATE = 24_000;

  /** The phonemes that this voice can say. */
  PhonemeAlphabet alphabet();

  /** How many phonemes one call may have. */
  int maximumPhonemes();

  /** Which English this voice speaks. */
  Accent accent();

  /**
   * Speaks.
   *
   * @param phonemeIds ids of {@link #alphabet}, without the silence around them; 1 to {@link
   *     #maximumPhonemes}
   * @param speed 1 is the voice's own pace, 2 twice as fast; 0.5 to 2
   * @param seed of the noise in the sound; the same seed gives the same samples
   * @throws dev.creature.models.runtime.ModelFailure when the model cannot run
   */
  VoicedPhonemes voice(int[] phonemeIds, double speed, long seed);

  /** Which English: it decides the lexicon and some endings. */
  enum Accent {
    AMERICAN,
    BRITISH
  }
}
