package dev.creature.tools.simulator.plan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for directions, distances and angles. */
final class Directions {
  private static final Pattern DIRECTION =
      Pattern.compile(
          "\\b(left|right|forwards?|ahead|straight|on|backwards?|back|around|round|sideways)\\b");
  private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)");
  private static final Map<String, Double> WORDS =
      Map.of(
          "half", 0.5, "one", 1.0, "two", 2.0, "three", 3.0, "four", 4.0, "five", 5.0, "ten", 10.0,
          "little", 0.3, "bit", 0.3, "few", 3.0);

  private Directions() {}

  /** Whether a phrase is nothing but a direction. */
  static boolean isDirection(String phrase) {
    String rest =
        DIRECTION
            .matcher(phrase.toLowerCase(Locale.ROOT))
            .replaceAll("")
            .replaceAll("\\b(to|the|your|my|a|little|bit|side|hand)\\b", "")
            .replaceAll("[^a-z]", "");
    return rest.isEmpty() && DIRECTION.matcher(phrase.toLowerCase(Locale.ROOT)).find();
  }

  static boolean isBackward(String phrase) {
    return phrase.toLowerCase(Locale.ROOT).matches(".*\\bback(wards?)?\\b.*");
  }

  /** Radians to the left for a word; {@code around} where it names neither side. */
  static double turn(String phrase, double around) {
    String plain = phrase.toLowerCase(Locale.ROOT);
    if (plain.contains("left")) {
      return Math.PI / 2;
    }
    return plain.contains("right") ? -Math.PI / 2 : around;
  }

  static String name(String phrase) {
    Matcher matcher = DIRECTION.matcher(phrase.toLowerCase(Locale.ROOT));
    String word = matcher.find() ? matcher.group(1) : "on";
    return switch (word) {
      case "left", "right" -> "to the " + word;
      case "ahead", "straight", "on", "forward", "forwards" -> "forward";
      case "back", "backward", "backwards" -> "back";
      default -> "around";
    };
  }

  /** A distance in words or figures, in metres; centimetres and feet are understood. */
  static double metres(String phrase) {
    String plain = phrase.toLowerCase(Locale.ROOT);
    double value = value(plain).orElse(1.0);
    if (plain.matches(".*\\b(cm|centimet(er|re)s?)\\b.*")) {
      return value / 100;
    }
    if (plain.matches(".*\\b(feet|foot|ft)\\b.*")) {
      return value * 0.3048;
    }
    return plain.contains("step") ? value * 0.5 : value;
  }

  /** An angle in degrees, as radians. */
  static Optional<Double> degrees(String phrase) {
    return value(phrase.toLowerCase(Locale.ROOT)).map(Math::toRadians);
  }

  private static Optional<Double> value(String plain) {
    Matcher figures = NUMBER.matcher(plain);
    if (figures.find()) {
      return Optional.of(Double.parseDouble(figures.group(1)));
    }
    for (String word : plain.split("[^a-z]+")) {
      Double value = WORDS.get(word);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  static String words(double metres) {
    return metres == 1
        ? "one metre"
        : String.format(Locale.ROOT, metres % 1 == 0 ? "%.0f metres" : "%.1f metres", metres);
  }
}
