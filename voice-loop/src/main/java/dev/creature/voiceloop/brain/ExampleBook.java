package dev.creature.voiceloop.brain;

import dev.creature.voiceloop.brain.Persona.Example;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Finds the examples that are most like what the user said: shown to a small model just before it
 * answers, they help it more than any instruction.
 *
 * <p>Likeness is the cosine between the words and word pairs of both, a rare one counting more than
 * a common one; from 0 (nothing shared) to 1 (the same words).
 */
final class ExampleBook {
  /**
   * An example that was found.
   *
   * @param likeness from 0 to 1
   */
  record Found(Example example, String question, double likeness) {
    Found filledIn(UnaryOperator<String> change) {
      return new Found(example.filledIn(change), change.apply(question), likeness);
    }
  }

  private record Entry(Example example, String question, Set<String> features) {}

  /** Less like than this is not like at all. */
  private static final double LEAST_LIKENESS = 0.1;

  /** An example must be at least so like as the best one times this. */
  private static final double BESIDE_THE_BEST = 0.4;

  private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");
  private static final Map<String, String> LONG_FORMS =
      Map.of(
          "what's",
          "what is",
          "who's",
          "who is",
          "where's",
          "where is",
          "i'm",
          "i am",
          "it's",
          "it is",
          "that's",
          "that is",
          "let's",
          "let us",
          "don't",
          "do not",
          "you're",
          "you are");

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> entriesWith = new HashMap<>();

  ExampleBook(List<Example> examples) {
    for (Example example : examples) {
      for (String question : example.questions()) {
        Set<String> features = features(question);
        entries.add(new Entry(example, question, features));
        features.forEach(feature -> entriesWith.merge(feature, 1, Integer::sum));
      }
    }
  }

  /**
   * The examples most like it, each once, the likest last.
   *
   * @param count how many at most
   */
  List<Found> like(String text, int count) {
    Set<String> features = features(text);
    List<Found> found = new ArrayList<>();
    Set<Example> taken = new HashSet<>();
    List<Found> ranked =
        entries.stream()
            .map(each ->
                new Found(each.example(), each.question(), likeness(features, each.features())))
            .filter(each -> each.likeness() >= LEAST_LIKENESS)
            .sorted(Comparator.comparingDouble(Found::likeness).reversed())
            .toList();
    for (Found each : ranked) {
      boolean near = each.likeness() >= BESIDE_THE_BEST * ranked.getFirst().likeness();
      if (near && found.size() < count && taken.add(each.example())) {
        found.add(each);
      }
    }
    return found.reversed();
  }

  private double likeness(Set<String> a, Set<String> b) {
    Set<String> shared = new HashSet<>(a);
    shared.retainAll(b);
    double lengths = Math.sqrt(weight(a) * weight(b));
    return lengths == 0 ? 0 : weight(shared) / lengths;
  }

  private double weight(Set<String> features) {
    return features.stream().mapToDouble(each -> Math.pow(rarity(each), 2)).sum();
  }

  private double rarity(String feature) {
    return Math.log(1 + entries.size() / (entriesWith.getOrDefault(feature, 0) + 0.5));
  }

  /** Stems of words, and pairs of neighbours, the beginning and the end being neighbours too. */
  private static Set<String> features(String text) {
    List<String> words = new ArrayList<>();
    for (String word : Words.of(ASIDE.matcher(text).replaceAll(" ")).words()) {
      for (String part : LONG_FORMS.getOrDefault(word, word).split(" ")) {
        words.add(part.length() > 4 ? part.replaceAll("(ing|ed|s)$", "") : part);
      }
    }
    Set<String> features = new HashSet<>(words);
    String before = "^";
    for (String word : words) {
      features.add(before + " " + word);
      before = word;
    }
    if (!words.isEmpty()) {
      features.add(before + " $");
    }
    return features;
  }
}
