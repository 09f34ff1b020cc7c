package dev.creature.models.whisper;

import java.util.List;

/**
 * What was recognised.
 *
 * @param text with Whisper's punctuation and casing, no space at either end; empty when nothing was
 *     said
 * @param tokens of the text, in order
 * @param words with their times; empty unless they were asked for
 * @param meanLogProbability natural logarithm, over all tokens and the end; 0 is certainty
 * @param noSpeechProbability Whisper's own doubt that anything was said, 0 to 1
 * @param looped whether the decoder lost its place and repeated itself; the text has the repeated
 *     words once
 */
public record Transcript(
    String text,
    List<Token> tokens,
    List<Word> words,
    double meanLogProbability,
    double noSpeechProbability,
    boolean looped) {
  /** Nothing was said. */
  public static final Transcript SILENCE = new Transcript("", List.of(), List.of(), 0, 1, false);

  public Transcript {
    tokens = List.copyOf(tokens);
    words = List.copyOf(words);
  }

  /**
   * The tokens without their probabilities, such as the draft of the next look at the same turn.
   */
  public List<Integer> tokenIds() {
    return tokens.stream().map(Token::id).toList();
  }

  /** As much of it as the first tokens say, marked as {@link #looped}. */
  Transcript startingWith(int tokenCount, Vocabulary vocabulary) {
    List<Token> kept = tokens.subList(0, tokenCount);
    List<Word> said =
        words.stream().filter(word -> word.firstToken() + word.tokenCount() <= tokenCount).toList();
    return new Transcript(
        vocabulary.text(kept.stream().map(Token::id).toList()).strip(),
        kept,
        said,
        meanLogProbability,
        noSpeechProbability,
        true);
  }

  /**
   * A piece of a word.
   *
   * @param id in Whisper's vocabulary
   * @param logProbability natural logarithm, at most 0
   */
  public record Token(int id, float logProbability) {}

  /**
   * A word.
   *
   * @param text without spaces, with the punctuation that follows it
   * @param startMillis when it begins, from the first sample given
   * @param endMillis when it ends, at least {@code startMillis}
   * @param firstToken index of its first token
   * @param tokenCount how many tokens it is made of, at least 1
   */
  public record Word(String text, int startMillis, int endMillis, int firstToken, int tokenCount) {}
}
