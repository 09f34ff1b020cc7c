package dev.creature.voiceloop.brain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what the recogniser heard can be words to the creature at all. */
final class Understanding {
  private static final Pattern ASIDE = Pattern.compile("\\[[^\\]]*]|\\([^)]*\\)|\\*[^*]*\\*");
  private static final Pattern VOWEL = Pattern.compile("[aeiouyAEIOUY\\u0080-\\uFFFF\\d]");
  private static final Set<String> NO_MESSAGE =
      Set.of(
          "um", "uh", "uhm", "er", "erm", "mm", "mmm", "hm", "hmm", "ah", "huh", "you", "the", "a");

  private Understanding() {}

  /**
   * Whether to ask again: nothing but silence, noises and fillers, one word over and over, or
   * letters that make no words.
   */
  static boolean none(String userText) {
    List<String> words = Words.of(ASIDE.matcher(userText).replaceAll(" ")).words();
    if (words.isEmpty() || NO_MESSAGE.containsAll(words)) {
      return true;
    }
    boolean oneOverAndOver = words.size() >= 5 && new HashSet<>(words).size() == 1;
    long unreadable =
        words.stream().filter(word -> word.length() >= 3 && !VOWEL.matcher(word).find()).count();
    return oneOverAndOver || unreadable * 2 > words.size();
  }
}
