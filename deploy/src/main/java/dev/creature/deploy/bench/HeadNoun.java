package dev.creature.deploy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares what was meant and what was read by the word that says what it is. */
final class HeadNoun {
  private static final Set<String> SMALL =
      Set.of(
          "in", "on", "at", "to", "into", "onto", "from", "off", "of", "next", "near", "close",
          "behind", "under", "towards", "front", "for", "with", "through", "by", "over", "inside",
          "above", "below", "beside", "along", "that", "which", "away", "the", "a", "an", "some",
          "my", "your", "his", "her", "our", "their", "this", "these", "those", "both");

  private HeadNoun() {}

  /**
   * Whether they mean the same.
   *
   * @param verb whether they are verbs: then the first word counts
   */
  static boolean same(String meant, String said, boolean verb) {
    List<String> words = words(said);
    if (verb) {
      return words.getFirst().equals(words(meant).getFirst());
    }
    String head = head(words(meant));
    return words.contains(head)
        || words.stream().anyMatch(word -> (word + "s").equals(head) || word.equals(head + "s"));
  }

  private static String head(List<String> words) {
    int from = 0;
    while (from < words.size() - 1 && SMALL.contains(words.get(from))) {
      from++;
    }
    int to = from + 1;
    while (to < words.size() && !SMALL.contains(words.get(to))) {
      to++;
    }
    return words.get(to - 1);
  }

  private static List<String> words(String text) {
    return new ArrayList<>(
        Arrays.asList(
            text.toLowerCase(Locale.ROOT).replaceAll("[.,!?]", "").strip().split("\\s+")));
  }
}
