package dev.creature.models.voice;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names the part of speech of each word (Penn Treebank tags) with an averaged perceptron: sums of
 * weights of what the word looks like and of its neighbours. A word with one dominant tag is
 * answered from a table. Thread-safe; some microseconds a word.
 */
public final class PartOfSpeechTagger {
  /** Key, among the weights, of the list of all tags. */
  static final String ALL_TAGS = "\u0001tags";

  private final ByteTable certain;
  private final ByteTable vocabulary;
  private final ByteTable weights;
  private final List<String> tags;

  PartOfSpeechTagger(ByteTable certain, ByteTable vocabulary, ByteTable weights) {
    this.certain = certain;
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.tags =
        List.of(
            weights
                .text(ALL_TAGS)
                .orElseThrow(() -> new IllegalArgumentException("tag weights without tags"))
                .split("\n"));
  }

  /** A tag for each token of a sentence. */
  public List<String> tag(List<String> tokens) {
    List<String> context = new ArrayList<>(tokens.size() + 4);
    context.add("-START2-");
    context.add("-START-");
    for (String token : tokens) {
      String known = normalized(token);
      context.add(vocabulary.contains(known) ? known : "<" + shape(token) + ">");
    }
    context.add("-END-");
    context.add("-END2-");
    List<String> result = new ArrayList<>(tokens.size());
    String previous = "-START-";
    String beforePrevious = "-START2-";
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i);
      Optional<String> sure = certain.text(token);
      String tag =
          sure.isPresent()
              ? sure.get()
              : likeliest(features(i, token, context, previous, beforePrevious));
      result.add(tag);
      beforePrevious = previous;
      previous = tag;
    }
    return result;
  }

  private static List<String> features(
      int i, String word, List<String> context, String previous, String beforePrevious) {
    int j = i + 2;
    return List.of(
        "b",
        "s3=" + ending(word),
        "p1=" + word.substring(0, word.offsetByCodePoints(0, 1)),
        "w=" + context.get(j),
        "sh=" + shape(word),
        i == 0 ? "i0" : "i+",
        "t-1=" + previous,
        "t-2=" + beforePrevious,
        "t-12=" + previous + "," + beforePrevious,
        "w-1=" + context.get(j - 1),
        "s3-1=" + ending(context.get(j - 1)),
        "w-2=" + context.get(j - 2),
        "w+1=" + context.get(j + 1),
        "s3+1=" + ending(context.get(j + 1)),
        "w+2=" + context.get(j + 2));
  }

  private String likeliest(List<String> features) {
    double[] scores = new double[tags.size()];
    for (String feature : features) {
      int row = weights.row(feature);
      if (row < 0) {
        continue;
      }
      ByteBuffer bytes = weights.bytes(row);
      while (bytes.hasRemaining()) {
        int tag = bytes.get();
        scores[tag] += bytes.getShort() / 10.0;
      }
    }
    int best = 0;
    for (int tag = 1; tag < scores.length; tag++) {
      if (scores[tag] > scores[best]
          || (scores[tag] == scores[best] && tags.get(tag).compareTo(tags.get(best)) > 0)) {
        best = tag;
      }
    }
    return tags.get(best);
  }

  private static String ending(String word) {
    return word.length() <= 3 ? word : word.substring(word.length() - 3);
  }

  private static String normalized(String word) {
    if (word.indexOf('-') > 0) {
      return "!HYPHEN";
    }
    if (word.length() == 4 && word.chars().allMatch(Character::isDigit)) {
      return "!YEAR";
    }
    return Character.isDigit(word.charAt(0)) ? "!DIGITS" : word.toLowerCase(Locale.ROOT);
  }

  private static String shape(String word) {
    if (word.codePoints().allMatch(Character::isLetter)) {
      boolean lower = word.equals(word.toLowerCase(Locale.ROOT));
      boolean upper = word.equals(word.toUpperCase(Locale.ROOT));
      if (lower && !upper) {
        return "x";
      }
      if (upper && !lower) {
        return word.length() > 1 ? "XX" : "X1";
      }
      String rest = word.substring(1);
      boolean capitalized =
          Character.isUpperCase(word.charAt(0))
              && !rest.isEmpty()
              && rest.equals(rest.toLowerCase(Locale.ROOT));
      return capitalized ? "Xx" : "xX";
    }
    if (word.chars().allMatch(Character::isDigit)) {
      return "d";
    }
    StringBuilder shape = new StringBuilder();
    word.codePoints()
        .limit(4)
        .forEach(c -> {
          if (Character.isDigit(c)) {
            shape.append('d');
          } else if (Character.isLetter(c)) {
            shape.append('x');
          } else {
            shape.appendCodePoint(c);
          }
        });
    return shape.toString();
  }
}
