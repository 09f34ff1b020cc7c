package dev.creature.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Word errors of what was recognised against what was said: substitutions, insertions and
 * deletions, the fewest that explain the difference.
 *
 * @param errors how many
 * @param words how many were said
 */
public record WordErrors(int errors, int words) {
  /** Compares two texts, each brought to plain words by {@link #words}. */
  public static WordErrors between(String said, String recognised) {
    List<String> reference = words(said);
    return new WordErrors(distance(reference, words(recognised)), reference.size());
  }

  /**
   * Whether the last word that was said has no counterpart in what was recognised: it was cut, not
   * only misheard.
   */
  public static boolean lastWordMissing(String said, String recognised) {
    List<String> reference = words(said);
    List<String> hypothesis = words(recognised);
    if (reference.isEmpty() || hypothesis.isEmpty()) {
      return !reference.isEmpty();
    }
    List<String> before = reference.subList(0, reference.size() - 1);
    List<String> heardBefore = hypothesis.subList(0, hypothesis.size() - 1);
    int deleted = distance(before, hypothesis) + 1;
    int same = reference.getLast().equals(hypothesis.getLast()) ? 0 : 1;
    int paired = distance(before, heardBefore) + same;
    int followed = distance(reference, heardBefore) + 1;
    return deleted < Math.min(paired, followed);
  }

  private static int distance(List<String> reference, List<String> hypothesis) {
    int[] row = new int[hypothesis.size() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= reference.size(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = reference.get(i - 1).equals(hypothesis.get(j - 1)) ? 0 : 1;
        int best = Math.min(diagonal + same, Math.min(row[j], row[j - 1]) + 1);
        diagonal = row[j];
        row[j] = best;
      }
    }
    return row[hypothesis.size()];
  }

  /** Both together. */
  public WordErrors plus(WordErrors other) {
    return new WordErrors(errors + other.errors, words + other.words);
  }

  /** Errors for each word said; 0 where nothing was said and nothing heard. */
  public double rate() {
    return words == 0 ? (errors == 0 ? 0 : 1) : (double) errors / words;
  }

  /**
   * A text as plain words: lower case, no punctuation, numbers in words ({@code 4th} is {@code
   * fourth}), so that only what was heard is compared and not how it is written.
   */
  public static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String plain =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[’‘`´]", "'")
            .replaceAll("(?<=\\d),(?=\\d{3})", "")
            .replace("%", " percent ")
            .replace("&", " and ")
            .replaceAll("[^\\p{L}\\p{N}']+", " ");
    for (String word : plain.strip().split(" ")) {
      String letters = word.replace("'", "");
      if (letters.isEmpty()) {
        continue;
      }
      words.addAll(SpokenNumber.of(letters).orElse(List.of(spelling(letters))));
    }
    return words;
  }

  private static String spelling(String word) {
    return switch (word) {
      case "ok" -> "okay";
      case "mr" -> "mister";
      case "mrs" -> "missus";
      case "dr" -> "doctor";
      default -> word;
    };
  }
}
