package dev.creature.deploy.bench;

import dev.creature.voiceloop.mouth.reading.EnglishNumbers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers written in digits as the words that are said for them, up to 999,999. */
final class SpokenNumber {
  private static final Pattern DIGITS = Pattern.compile("(\\d{1,6})(st|nd|rd|th)?");

  private SpokenNumber() {}

  /** The words without any "and", or nothing when it is no number. */
  static Optional<List<String>> of(String word) {
    Matcher matcher = DIGITS.matcher(word);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(1);
    String words =
        matcher.group(2) == null ? EnglishNumbers.cardinal(digits) : EnglishNumbers.ordinal(digits);
    return Optional.of(
        Arrays.stream(words.split("[ ,-]+")).filter(said -> !said.equals("and")).toList());
  }
}
