package dev.creature.voiceloop.mouth.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/** Questions about characters, and patterns that see letters and digits of every script. */
final class Letters {
  /** What counts as part of a word: letters, numbers of any kind, the low line. */
  private static final String WORD_CLASS = "\\p{L}\\p{N}_";

  private Letters() {}

  /**
   * Compiles a pattern in which {@code \w}, {@code \d}, {@code \b} and {@code \s} go by Unicode
   * properties, and {@code [^\W\d_]} is a letter.
   */
  static Pattern pattern(String regex) {
    return Pattern.compile(unicode(regex), Pattern.UNICODE_CASE);
  }

  /** Like {@link #pattern}, without regard to case. */
  static Pattern patternOfAnyCase(String regex) {
    return Pattern.compile(unicode(regex), Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);
  }

  private static String unicode(String regex) {
    String spelled = regex.replace("[^\\W\\d_]", "[\\p{L}\\p{Nl}\\p{No}]");
    StringBuilder out = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < spelled.length(); i++) {
      char c = spelled.charAt(i);
      if (c == '\\' && i + 1 < spelled.length()) {
        i++;
        out.append(escape(spelled.charAt(i), inClass));
        continue;
      }
      inClass = c == '[' || (inClass && c != ']');
      out.append(c);
    }
    return out.toString();
  }

  private static String escape(char escaped, boolean inClass) {
    return switch (escaped) {
      case 'w' -> inClass ? WORD_CLASS : "[" + WORD_CLASS + "]";
      case 'd' -> "\\p{Nd}";
      case 's' -> inClass ? "\\s\\p{IsWhite_Space}" : "[\\s\\p{IsWhite_Space}]";
      case 'S' -> "[^\\s\\p{IsWhite_Space}]";
      case 'b' ->
          "(?:(?<=["
              + WORD_CLASS
              + "])(?!["
              + WORD_CLASS
              + "])|(?<!["
              + WORD_CLASS
              + "])(?=["
              + WORD_CLASS
              + "]))";
      default -> "\\" + escaped;
    };
  }

  /** Whether a text is letters only, and not empty. */
  static boolean allLetters(String text) {
    return !text.isEmpty() && text.codePoints().allMatch(Character::isLetter);
  }

  /** Whether a text is the digits 0 to 9 only, and not empty. */
  static boolean allDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(Letters::isDigit);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static boolean isLower(String text) {
    return text.equals(lower(text));
  }

  static boolean isUpper(String text) {
    return text.equals(upper(text));
  }
}
