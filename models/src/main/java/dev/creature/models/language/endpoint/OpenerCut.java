package dev.creature.models.language.endpoint;

import java.util.Locale;
import java.util.Set;

/**
 * Finds, in text that comes piece by piece, the end of its first clause and the end of its first
 * sentence. Where something ends shows with the space behind it.
 */
final class OpenerCut {
  /** Shorter openers leave no time to go on in. */
  private static final int FEWEST_WORDS = 3;

  /** Behind so many words anything will do as an end. */
  private static final int MOST_WORDS = 9;

  private static final Set<String> ABBREVIATIONS =
      Set.of("mr.", "mrs.", "ms.", "dr.", "st.", "e.g.", "i.e.", "etc.");

  private OpenerCut() {}

  /** Characters of the first clause without the space behind it; -1 while it is not complete. */
  static int clauseEnd(CharSequence text) {
    int words = 0;
    for (int i = 1; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i)) || Character.isWhitespace(text.charAt(i - 1))) {
        continue;
      }
      words++;
      boolean ends = ",;:".indexOf(text.charAt(i - 1)) >= 0 || endsSentence(text, i);
      if (words >= MOST_WORDS || (ends && words >= FEWEST_WORDS)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Characters up to the end of the first sentence that ends behind a place; -1 while none does.
   */
  static int sentenceEnd(CharSequence text, int behind) {
    for (int i = behind + 1; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i)) && endsSentence(text, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether what stands before a place ends a sentence. */
  static boolean endsSentence(CharSequence text, int end) {
    if (end == 0 || ".!?…".indexOf(text.charAt(end - 1)) < 0) {
      return false;
    }
    int start = end;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    String word = text.subSequence(start, end).toString().toLowerCase(Locale.ROOT);
    return !ABBREVIATIONS.contains(word);
  }
}
