package dev.creature.voiceloop.mouth.reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Patterns of one word out of a table. */
final class Alternatives {
  private Alternatives() {}

  /** Any of the words, the longest first. */
  static String of(Collection<String> words) {
    return words.stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(Alternatives::literal)
        .collect(Collectors.joining("|"));
  }

  /** A pattern of a text as it stands. */
  static String literal(String text) {
    StringBuilder pattern = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          if (Character.isLetterOrDigit(c) || c == ' ') {
            pattern.appendCodePoint(c);
          } else {
            pattern.append("\\x{").append(Integer.toHexString(c)).append('}');
          }
        });
    return pattern.toString();
  }
}
