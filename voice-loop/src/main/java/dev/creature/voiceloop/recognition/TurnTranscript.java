package dev.creature.voiceloop.recognition;

import java.util.List;

/**
 * The words of a turn, or of its part so far.
 *
 * @param text with punctuation and casing; empty when nothing was said
 * @param words with their times
 * @param heardMillis how much of the turn's sound this is the result of
 */
public record TurnTranscript(String text, List<TimedWord> words, long heardMillis) {
  public TurnTranscript {
    words = List.copyOf(words);
  }

  /**
   * A word.
   *
   * @param text with the punctuation that follows it
   * @param startMillis from the first sample of the turn
   * @param endMillis from the first sample of the turn
   */
  public record TimedWord(String text, long startMillis, long endMillis) {}
}
