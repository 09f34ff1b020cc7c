package dev.creature.models.whisper;

import java.util.List;

/**
 * How one pass over a piece of sound is done.
 *
 * @param prefix tokens that the text begins with whatever the sound says: what may not be taken
 *     back
 * @param draft tokens that probably come next, such as the last partial result: verified in one run
 *     of the decoder; a wrong draft costs time, never words
 * @param maxTokens the text ends here at the latest, prefix included, at least 1
 * @param wordTimes whether {@link Transcript#words} is wanted
 * @param mayRepeat whether the same few words may follow each other any number of times; without it
 *     a loop of the decoder is impossible
 */
public record PassOptions(
    List<Integer> prefix,
    List<Integer> draft,
    int maxTokens,
    boolean wordTimes,
    boolean mayRepeat) {
  /** Most tokens of a pass. */
  public static final int LONGEST = 220;

  public PassOptions {
    prefix = textTokens(prefix);
    draft = textTokens(draft);
    if (maxTokens < 1 || maxTokens > LONGEST) {
      throw new IllegalArgumentException(
          "maxTokens must be from 1 to " + LONGEST + ", not " + maxTokens);
    }
  }

  /** Plain greedy decoding. */
  public static PassOptions greedy(int maxTokens) {
    return new PassOptions(List.of(), List.of(), maxTokens, false, true);
  }

  /**
   * Plain greedy decoding of as many tokens as can be said in a time: ten a second, twice the
   * fastest speech.
   */
  public static PassOptions forMillis(long soundMillis) {
    return greedy(Math.clamp(10 + soundMillis / 100, 1, LONGEST));
  }

  /** The same with a draft. */
  public PassOptions withDraft(List<Integer> tokens) {
    return new PassOptions(prefix, tokens, maxTokens, wordTimes, mayRepeat);
  }

  /** The same with a prefix that stands. */
  public PassOptions withPrefix(List<Integer> tokens) {
    return new PassOptions(tokens, draft, maxTokens, wordTimes, mayRepeat);
  }

  /** The same with the times of words. */
  public PassOptions withWordTimes() {
    return new PassOptions(prefix, draft, maxTokens, true, mayRepeat);
  }

  /** The same without repetition. */
  public PassOptions withoutRepetition() {
    return new PassOptions(prefix, draft, maxTokens, wordTimes, false);
  }

  private static List<Integer> textTokens(List<Integer> tokens) {
    for (int token : tokens) {
      if (token < 0 || token >= WhisperTokens.END) {
        throw new IllegalArgumentException("no token of text: " + token);
      }
    }
    return List.copyOf(tokens);
  }
}
