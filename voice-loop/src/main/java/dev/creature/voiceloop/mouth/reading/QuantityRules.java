package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.WordTables;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts: money, temperatures, units of measure. */
final class QuantityRules {
  static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";
  private static final String SCALE = "(hundred|thousand|million|billion|trillion|[kKmMbB]\\b)";
  private static final Pattern BIG_MONEY = Letters.pattern("([$£€])(" + NUMBER + ")\\s?" + SCALE);
  private static final Pattern CENTS = Letters.pattern("(?<![\\w.])(" + NUMBER + ")\\s?¢");
  private static final Pattern CURRENCY =
      Letters.pattern(
          "(?<![\\w])([¥₹₩]|Rs\\.?|USD|EUR|GBP)\\s?(" + NUMBER + ")(?:\\s?" + SCALE + ")?");
  private static final Pattern DEGREES =
      Letters.pattern("(?<![\\w.])(-?" + NUMBER + ")\\s?°\\s?([CF])?(?![\\w])");

  private final Map<String, List<String>> units;
  private final Map<String, List<String>> currencies;
  private final Pattern unit;

  QuantityRules(WordTables tables) {
    units = tables.readings("units");
    currencies = tables.readings("currency");
    unit =
        Letters.pattern(
            "(?<![\\w.])(-?" + NUMBER + ")\\s?(" + Alternatives.of(units.keySet()) + ")(?![\\w])");
  }

  TracedText apply(TracedText text) {
    return text.replace(BIG_MONEY, (match, _) -> bigMoney(match))
        .replace(CENTS, (match, _) -> match.group(1) + " " + form(match.group(1), currency("¢")))
        .replace(CURRENCY, (match, _) -> money(match))
        .replace(DEGREES, (match, _) -> degrees(match))
        .replace(unit, (match, _) -> match.group(1) + " " + unit(match));
  }

  /** Singular or plural of a pair, as the number wants it. */
  static String form(String number, List<String> singularAndPlural) {
    String plain = number.replace(",", "");
    boolean one = plain.equals("1") || plain.equals("1.0") || plain.equals("-1");
    return one ? singularAndPlural.getFirst() : singularAndPlural.getLast();
  }

  private String unit(MatchResult match) {
    return form(match.group(1), units.getOrDefault(match.group(2), List.of(match.group(2))));
  }

  private List<String> currency(String sign) {
    return currencies.getOrDefault(sign, List.of(sign));
  }

  private String bigMoney(MatchResult match) {
    return match.group(2) + " " + scale(match.group(3)) + " " + currency(match.group(1)).getLast();
  }

  private String money(MatchResult match) {
    String sign = match.group(1).replaceFirst("\\.+$", "");
    @Nullable String big = match.group(3);
    return big == null
        ? match.group(2) + " " + form(match.group(2), currency(sign))
        : match.group(2) + " " + scale(big) + " " + currency(sign).getLast();
  }

  private static String scale(String written) {
    return switch (Letters.lower(written)) {
      case "k" -> "thousand";
      case "m" -> "million";
      case "b" -> "billion";
      default -> written;
    };
  }

  private static String degrees(MatchResult match) {
    @Nullable String scale = match.group(2);
    return match.group(1)
        + " "
        + form(match.group(1), List.of("degree", "degrees"))
        + (scale == null ? "" : scale.equals("C") ? " Celsius" : " Fahrenheit");
  }
}
