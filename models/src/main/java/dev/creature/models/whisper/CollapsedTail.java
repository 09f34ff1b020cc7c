package dev.creature.models.whisper;

import dev.creature.models.whisper.Transcript.Word;
import java.util.List;
import java.util.Locale;

/**
 * Tells words at the end of a text that nobody had the time to say: a decoder that misses its end
 * says the sentence again, and then all its words are found at one and the same place of the sound,
 * most often in the silence behind it.
 *
 * <p>Nobody says more than eight words a second. Where the last words are faster by far and are
 * those from before once more, they were not said. Fast words alone prove nothing, since times are
 * only found as well as the decoder paid attention; nor do repeated ones, since people repeat
 * themselves.
 */
final class CollapsedTail {
  /** The least that a word takes, on the average of several. */
  private static final int WORD_MILLIS = 125;

  /** Fewer words may be as fast by mistake of their times. */
  private static final int FEWEST = 3;

  /** Words said in no time; a lone short word may seem to be. */
  private static final int TOO_SHORT_BY_MILLIS = 250;

  /** The share of repeated words: the last time round often goes astray. */
  private static final double REPEATED = 0.75;

  private CollapsedTail() {}

  /**
   * How many words from the start were said.
   *
   * @param words with their times, in order
   * @return the number of words when all of them may have been said
   */
  static int wordsSaid(List<Word> words) {
    int first = words.size();
    int lacking = 0;
    int most = TOO_SHORT_BY_MILLIS;
    for (int i = words.size() - 1; i >= 0; i--) {
      lacking += WORD_MILLIS - stepMillis(words, i);
      if (lacking >= most) {
        most = lacking;
        first = i;
      }
    }
    boolean unsaid = words.size() - first >= FEWEST && repeatsWhatWentBefore(words, first);
    return unsaid ? first : words.size();
  }

  /** Time from a word's start to the next one's, or to its own end where there is none. */
  private static int stepMillis(List<Word> words, int index) {
    int end =
        index + 1 < words.size()
            ? words.get(index + 1).startMillis()
            : words.get(index).endMillis();
    return end - words.get(index).startMillis();
  }

  private static boolean repeatsWhatWentBefore(List<Word> words, int first) {
    for (int period = 1; period <= first; period++) {
      int same = 0;
      for (int i = first; i < words.size(); i++) {
        if (plain(words.get(i)).equals(plain(words.get(i - period)))) {
          same++;
        }
      }
      if (same >= REPEATED * (words.size() - first)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(Word word) {
    return word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}']", "");
  }
}
