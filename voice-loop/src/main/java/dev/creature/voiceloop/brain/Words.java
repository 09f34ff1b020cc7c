package dev.creature.voiceloop.brain;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as a comparable row of words: lower case, without punctuation. */
record Words(List<String> words) {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

  static Words of(String text) {
    String flat = text.replace('\u2019', '\'').toLowerCase(Locale.ROOT);
    return new Words(
        NO_WORD.splitAsStream(flat).map(Words::bare).filter(word -> !word.isEmpty()).toList());
  }

  private static String bare(String word) {
    return word.replaceAll("^'+|'+$", "");
  }

  int size() {
    return words.size();
  }

  /** The first words, or all where there are fewer. */
  Words head(int count) {
    return new Words(words.subList(0, Math.min(count, words.size())));
  }

  boolean startsWith(Words other) {
    return words.size() >= other.size() && words.subList(0, other.size()).equals(other.words);
  }

  /** Whether this is the same said with at most a small difference. */
  boolean nearly(Words other) {
    return equals(other)
        || (size() >= 4 && other.size() >= 4 && overlap(words, other.words) >= 0.8);
  }

  /** Whether so many words in a row stand in both. */
  boolean sharesRun(Words other, int length) {
    for (int i = 0; i + length <= size(); i++) {
      if (Collections.indexOfSubList(other.words, words.subList(i, i + length)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static double overlap(List<String> a, List<String> b) {
    Set<String> all = new LinkedHashSet<>(a);
    all.addAll(b);
    if (all.isEmpty()) {
      return 1;
    }
    Set<String> shared = new LinkedHashSet<>(a);
    shared.retainAll(b);
    return (double) shared.size() / all.size();
  }
}
