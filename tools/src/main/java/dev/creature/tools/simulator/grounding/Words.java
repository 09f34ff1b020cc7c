package dev.creature.tools.simulator.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words of a phrase, without what does not help to find the thing. */
final class Words {
  private static final Set<String> NOTHING =
      Set.of(
          "the",
          "a",
          "an",
          "my",
          "your",
          "his",
          "her",
          "our",
          "their",
          "some",
          "any",
          "both",
          "please",
          "there",
          "here",
          "over",
          "now",
          "again",
          "too",
          "these",
          "those",
          "all",
          "of",
          "every",
          "each",
          "back",
          "um",
          "uh",
          "left-hand",
          "right-hand",
          "nearest",
          "closest");

  private static final Set<String> NUMBERS =
      Set.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  private Words() {}

  /** In lower case, without punctuation. */
  static List<String> split(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("'s\\b", "").replaceAll("[^a-z0-9 -]", " ");
    return List.of(plain.strip().split("\\s+")).stream().filter(word -> !word.isEmpty()).toList();
  }

  /** Without articles, fillers and numbers; never empty unless the text was. */
  static List<String> telling(List<String> words) {
    List<String> telling =
        words.stream().filter(it -> !NOTHING.contains(it) && !NUMBERS.contains(it)).toList();
    return telling.isEmpty() ? words : telling;
  }

  /** The last word without its plural ending. */
  static List<String> singular(List<String> words) {
    if (words.isEmpty()) {
      return words;
    }
    List<String> singular = new ArrayList<>(words);
    singular.set(words.size() - 1, singular(words.getLast()));
    return List.copyOf(singular);
  }

  static String singular(String word) {
    if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("knives")) {
      return "knife";
    }
    if (word.endsWith("ves")) {
      return word.substring(0, word.length() - 3) + "f";
    }
    if (word.endsWith("oes")
        || word.endsWith("sses")
        || word.endsWith("xes")
        || word.endsWith("ches")
        || word.endsWith("shes")) {
      return word.substring(0, word.length() - 2);
    }
    return word.substring(0, word.length() - 1);
  }

  /** Whether the list ends with those words. */
  static boolean endsWith(List<String> words, List<String> end) {
    return words.size() >= end.size()
        && words.subList(words.size() - end.size(), words.size()).equals(end);
  }
}
