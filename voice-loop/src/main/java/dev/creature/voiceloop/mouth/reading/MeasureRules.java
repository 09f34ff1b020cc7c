package dev.creature.voiceloop.mouth.reading;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Measures and amounts that the published tables lack. */
final class MeasureRules {
  private static final Map<String, List<String>> UNITS =
      Map.ofEntries(
          Map.entry("m", List.of("meter", "meters")),
          Map.entry("g", List.of("gram", "grams")),
          Map.entry("l", List.of("liter", "liters")),
          Map.entry("L", List.of("liter", "liters")),
          Map.entry("mL", List.of("milliliter", "milliliters")),
          Map.entry("dl", List.of("deciliter", "deciliters")),
          Map.entry("m/s", List.of("meter per second", "meters per second")),
          Map.entry("km²", List.of("square kilometer", "square kilometers")),
          Map.entry("m²", List.of("square meter", "square meters")),
          Map.entry("cm²", List.of("square centimeter", "square centimeters")),
          Map.entry("m³", List.of("cubic meter", "cubic meters")),
          Map.entry("cm³", List.of("cubic centimeter", "cubic centimeters")),
          Map.entry("ft²", List.of("square foot", "square feet")),
          Map.entry("W", List.of("watt", "watts")),
          Map.entry("V", List.of("volt", "volts")),
          Map.entry("kV", List.of("kilovolt", "kilovolts")),
          Map.entry("mA", List.of("milliamp", "milliamps")),
          Map.entry("Wh", List.of("watt hour", "watt hours")),
          Map.entry("dB", List.of("decibel", "decibels")),
          Map.entry("Pa", List.of("pascal", "pascals")),
          Map.entry("hPa", List.of("hectopascal", "hectopascals")),
          Map.entry("psi", List.of("P S I", "P S I")),
          Map.entry("kcal", List.of("kilocalorie", "kilocalories")),
          Map.entry("cal", List.of("calorie", "calories")),
          Map.entry("kJ", List.of("kilojoule", "kilojoules")),
          Map.entry("px", List.of("pixel", "pixels")),
          Map.entry("gal", List.of("gallon", "gallons")),
          Map.entry("qt", List.of("quart", "quarts")),
          Map.entry("pt", List.of("pint", "pints")),
          Map.entry("fl oz", List.of("fluid ounce", "fluid ounces")),
          Map.entry("tbsp", List.of("tablespoon", "tablespoons")),
          Map.entry("tsp", List.of("teaspoon", "teaspoons")),
          Map.entry("rpm", List.of("R P M", "R P M")),
          Map.entry("bpm", List.of("beats per minute", "beats per minute")),
          Map.entry("kbps", List.of("kilobits per second", "kilobits per second")),
          Map.entry("MB/s", List.of("megabytes per second", "megabytes per second")),
          Map.entry("yrs", List.of("years", "years")),
          Map.entry("yr", List.of("year", "years")),
          Map.entry("wk", List.of("week", "weeks")),
          Map.entry("wks", List.of("weeks", "weeks")));
  private static final String NUMBER = QuantityRules.NUMBER;
  private static final Pattern UNIT =
      Letters.pattern(
          "(?<![\\w.$£€])(-?"
              + NUMBER
              + ")\\s?("
              + Alternatives.of(UNITS.keySet())
              + ")\\.?(?![\\w/²³])(?!'s)");
  private static final Pattern FEET_AND_INCHES =
      Letters.pattern("(?<![\\w.])(\\d{1,2})['’′]\\s?(\\d{1,2})(?:[\"”″]|['’′]{2})?(?!\\w)");
  private static final Pattern INCHES =
      Letters.pattern("(?<![\\w.])(" + NUMBER + ")(?:″|-inch\\b| in\\.(?=\\W|$))");
  private static final Pattern SIGN_BEHIND =
      Letters.pattern("(?<![\\w.])(" + NUMBER + ")\\s?([€£$])(?![\\d])");
  private static final Pattern CODE_BEHIND =
      Letters.pattern("(?<![\\w.])(" + NUMBER + ")\\s?(USD|EUR|GBP|JPY|CHF|CAD|AUD)\\b");
  private static final Map<String, List<String>> CODES =
      Map.of(
          "USD", List.of("dollar", "dollars"),
          "EUR", List.of("euro", "euros"),
          "GBP", List.of("pound", "pounds"),
          "JPY", List.of("yen", "yen"),
          "CHF", List.of("Swiss franc", "Swiss francs"),
          "CAD", List.of("Canadian dollar", "Canadian dollars"),
          "AUD", List.of("Australian dollar", "Australian dollars"));
  private static final Pattern MONEY_SPAN =
      Letters.pattern("([$£€])(" + NUMBER + ")\\s?[-–]\\s?[$£€]?(" + NUMBER + ")(?!\\d)");
  private static final Map<String, String> SIGNS =
      Map.of("$", "dollars", "£", "pounds", "€", "euros");
  private static final Pattern NEGATIVE_MONEY = Letters.pattern("(?<![\\w])[-−](?=[$£€]\\d)");
  private static final Pattern MINUS = Letters.pattern("(?<![\\w)])−(?=\\d)");
  private static final Pattern LONG_CENTS = Letters.pattern("([$£€])(\\d+\\.\\d{3,})(?!\\d)");
  private static final Pattern PERCENT_SPAN =
      Letters.pattern("(?<![\\w.-])(" + NUMBER + ")%?\\s?[-–]\\s?(" + NUMBER + ")\\s?%");
  private static final Pattern COMPARISON =
      Letters.pattern("\\s?(≥|≤|≠|≈|>=|<=|!=|==|=>|->|∞|π|√)\\s?");
  private static final Map<String, String> COMPARISONS =
      Map.ofEntries(
          Map.entry("≥", "greater than or equal to"),
          Map.entry(">=", "greater than or equal to"),
          Map.entry("≤", "less than or equal to"),
          Map.entry("<=", "less than or equal to"),
          Map.entry("≠", "not equal to"),
          Map.entry("!=", "not equal to"),
          Map.entry("≈", "about"),
          Map.entry("==", "equals"),
          Map.entry("=>", "to"),
          Map.entry("->", "to"),
          Map.entry("∞", "infinity"),
          Map.entry("π", "pi"),
          Map.entry("√", "the square root of"));
  private static final Pattern SUM = Letters.pattern("(?<=\\d)\\s?([+])\\s?(?=\\d)");
  private static final Pattern DIFFERENCE =
      Letters.pattern("(?<=\\d) [-−] (?=\\d+(?:\\.\\d+)? ?=)");
  private static final Pattern PRODUCT = Letters.pattern("(?<=\\d)\\s?[*]\\s?(?=\\d)");

  private MeasureRules() {}

  static TracedText apply(TracedText text) {
    return text.replace(MINUS, "-")
        .replace(NEGATIVE_MONEY, "minus ")
        .replace(FEET_AND_INCHES, (match, _) -> match.group(1) + " foot " + match.group(2))
        .replace(INCHES, (match, _) -> inches(match))
        .replace(
            MONEY_SPAN,
            (match, _) ->
                match.group(2) + " to " + match.group(3) + " " + SIGNS.get(match.group(1)))
        .replace(LONG_CENTS, (match, _) -> match.group(2) + " " + SIGNS.get(match.group(1)))
        .replace(SIGN_BEHIND, (match, _) -> match.group(2) + match.group(1))
        .replace(CODE_BEHIND, (match, _) -> measured(match, CODES))
        .replace(PERCENT_SPAN, (match, _) -> match.group(1) + " to " + match.group(2) + " percent")
        .replace(UNIT, MeasureRules::unit)
        .replace(SUM, " plus ")
        .replace(DIFFERENCE, " minus ")
        .replace(PRODUCT, " times ")
        .replace(COMPARISON, (match, _) -> " " + COMPARISONS.get(match.group(1)) + " ");
  }

  private static String unit(MatchResult match, String text) {
    boolean endsSentence = match.group().endsWith(".") && text.substring(match.end()).isBlank();
    return measured(match, UNITS) + (endsSentence ? "." : "");
  }

  private static String measured(MatchResult match, Map<String, List<String>> names) {
    return match.group(1)
        + " "
        + QuantityRules.form(
            match.group(1), names.getOrDefault(match.group(2), List.of(match.group(2))));
  }

  private static String inches(MatchResult match) {
    return match.group().endsWith("-inch")
        ? match.group(1) + " inch"
        : match.group(1) + " " + QuantityRules.form(match.group(1), List.of("inch", "inches"));
  }
}
