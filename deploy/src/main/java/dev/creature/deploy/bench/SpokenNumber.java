package dev.creature.deploy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers written in digits as the words that are said for them, up to 999,999. */
final class SpokenNumber {
  private static final Pattern DIGITS = Pattern.compile("(\\d{1,6})(st|nd|rd|th)?");
  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private SpokenNumber() {}

  /** The words, or nothing when it is no number. */
  static Optional<List<String>> of(String word) {
    Matcher matcher = DIGITS.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>();
    say(Integer.parseInt(matcher.group(1)), words);
    if (matcher.group(2) != null) {
      words.set(words.size() - 1, ordinal(words.getLast()));
    }
    return Optional.of(words);
  }

  private static void say(int number, List<String> words) {
    if (number >= 1000) {
      say(number / 1000, words);
      words.add("thousand");
      sayRest(number % 1000, words);
    } else if (number >= 100) {
      words.add(SMALL.get(number / 100));
      words.add("hundred");
      sayRest(number % 100, words);
    } else if (number >= 20) {
      words.add(TENS.get(number / 10 - 2));
      sayRest(number % 10, words);
    } else {
      words.add(SMALL.get(number));
    }
  }

  private static void sayRest(int number, List<String> words) {
    if (number > 0) {
      say(number, words);
    }
  }

  private static String ordinal(String word) {
    return switch (word) {
      case "one" -> "first";
      case "two" -> "second";
      case "three" -> "third";
      case "five" -> "fifth";
      case "eight" -> "eighth";
      case "nine" -> "ninth";
      case "twelve" -> "twelfth";
      default -> word.endsWith("y") ? word.substring(0, word.length() - 1) + "ieth" : word + "th";
    };
  }
}
