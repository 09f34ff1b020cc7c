package dev.creature.voiceloop.engine;

import java.util.List;

/**
 * A piece of the creature's sound, mostly a clause, with what a listener understands of it and
 * when.
 *
 * @param samples mono, 24 kHz, 16 bit; not to be changed
 * @param words its words in order
 * @param visemes its mouth shapes in order
 */
public record SoundClip(short[] samples, List<TimedWord> words, List<TimedViseme> visemes) {
  /** Samples a second. */
  public static final int SAMPLE_RATE = 24_000;

  public SoundClip {
    words = List.copyOf(words);
    visemes = List.copyOf(visemes);
  }

  /** How long it sounds. */
  public long durationMillis() {
    return samples.length * 1000L / SAMPLE_RATE;
  }

  /**
   * A word.
   *
   * @param text as written, with its punctuation
   * @param startMillis from the start of the clip
   * @param endMillis from the start of the clip
   */
  public record TimedWord(String text, long startMillis, long endMillis) {}

  /**
   * A mouth shape.
   *
   * @param viseme one of the fifteen of the Oculus set, such as {@code PP} or {@code aa}
   * @param startMillis from the start of the clip
   * @param endMillis from the start of the clip
   */
  public record TimedViseme(String viseme, long startMillis, long endMillis) {}
}
