package dev.creature.models.whisper;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells a decoder's loop from a person's repetition. People say "no, no, no" and say a sentence
 * twice; a decoder that has lost its place says the same few words until it runs out of tokens.
 */
final class Repetition {
  /** Longest loop looked for, in tokens. */
  private static final int LONGEST_PERIOD = 40;

  /** From this many tokens on, saying something this many times over is a loop. */
  private static final int SENTENCE = 4;

  private static final int SENTENCE_TIMES = 3;
  private static final int WORD_TIMES = 6;

  private Repetition() {}

  /**
   * The loop at the end of a text, if there is one.
   *
   * @return how many tokens from the start to keep so that the repeated words stand once; the
   *     number of tokens when there is no loop
   */
  static int lengthWithoutLoop(List<Integer> tokens) {
    for (int period = 1; period <= Math.min(LONGEST_PERIOD, tokens.size() / 2); period++) {
      int repeated = repeatedAtEnd(tokens, period);
      if (repeated >= period * (times(period) - 1)) {
        return tokens.size() - repeated;
      }
    }
    return tokens.size();
  }

  /** Whether the text ends in a loop. */
  static boolean isLoop(List<Integer> tokens) {
    return lengthWithoutLoop(tokens) < tokens.size();
  }

  /** Whether one more token would make the text end in a loop. */
  static boolean wouldLoop(List<Integer> tokens, int next) {
    List<Integer> longer = new ArrayList<>(tokens);
    longer.add(next);
    return isLoop(longer);
  }

  private static int times(int period) {
    return period >= SENTENCE ? SENTENCE_TIMES : WORD_TIMES;
  }

  /** How many tokens at the end equal those a period before. */
  private static int repeatedAtEnd(List<Integer> tokens, int period) {
    int count = 0;
    for (int i = tokens.size() - 1; i >= period; i--) {
      if (!tokens.get(i).equals(tokens.get(i - period))) {
        break;
      }
      count++;
    }
    return count;
  }
}
