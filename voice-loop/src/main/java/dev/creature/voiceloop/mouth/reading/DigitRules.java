package dev.creature.voiceloop.mouth.reading;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Digits that are no quantities: phone and card numbers, codes, versions, decades, scores. */
final class DigitRules {
  private static final Pattern PHONE =
      Letters.pattern(
          "(?<![\\w.-])(?:(\\+?\\d{1,2})[ .-]?)?(?:\\((\\d{3})\\)\\s?|(\\d{3})[ .-])(\\d{3})[ .-](\\d{4})(?![\\w-]|\\.\\d)");
  private static final Pattern INTERNATIONAL =
      Letters.pattern("(?<![\\w.])\\+(\\d{1,3}(?:[ .-]?\\d{2,4}){2,5})(?![\\w])");
  private static final Pattern TOLL_FREE =
      Letters.pattern("(?<![\\w.-])(1)-(800|888|877|866)-([A-Z]{3,8}|\\d{3}-\\d{4})(?![\\w-])");
  private static final Pattern CARD =
      Letters.pattern("(?<![\\w.-])\\d{4}(?:[ -]\\d{4}){2,3}(?![\\w-])");
  private static final Pattern EMERGENCY =
      Letters.pattern("(?<=\\b(?:[Dd]ial|[Cc]all|[Rr]ing) )(911|411|999|112|101)\\b(?![-.,:]\\d)");
  private static final Pattern DASHED = Letters.pattern("(?<![\\w.-])\\d(?:-\\d){2,}(?![\\w-])");
  private static final Pattern LAST_PHONE =
      Letters.pattern("(?<![\\w.\\-])(\\d{3}-\\d{4})(?=\\.(?:\\s|$))");
  private static final Pattern LAST_SPAN =
      Letters.pattern("(?<![\\w.\\-])(\\d{1,4})\\s?[-–]\\s?(\\d{1,4})(?=\\.(?:\\s|$))");
  private static final Pattern LAST_FRACTION =
      Letters.pattern("(?<![\\w./])(\\d{1,2})/(\\d{1,2})(?=\\.(?:\\s|$))");
  private static final Pattern LEADING_ZERO =
      Letters.pattern("(?<![\\w.,:/$£€-])0\\d+(?![\\w.,:/%-]*\\d)(?![\\d])");
  private static final Pattern ADDRESS_OF_HOST =
      Letters.pattern("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w]|\\.\\d)");
  private static final Pattern VERSION =
      Letters.pattern("(?<![\\w.])([vV])?(\\d+(?:\\.\\d+){2,})(?![\\w]|\\.\\d)");
  private static final Pattern SHORT_VERSION =
      Letters.pattern("(?<![\\w.])[vV](\\d+(?:\\.\\d+)?)(?![\\w]|\\.\\d)");
  private static final Pattern NAMED_VERSION =
      Letters.pattern(
          "\\b(Python|Java|macOS|iOS|Android|version|Version|Ubuntu|Windows|release|HTTP|Bluetooth|USB) (\\d+)\\.(\\d+)(?![\\w]|\\.\\d)");
  private static final Pattern ZERO_AT_END =
      Letters.pattern(
          "(?<![\\w.,$£€¥₹₩])(-?\\d+)\\.(\\d*0)(?![\\w.%°]*\\d)(?!\\d)(?!\\s?(?:[ap]\\.?m))");
  private static final Pattern ALWAYS = Letters.pattern("(?<![\\w/])24/7(?![\\w/])");
  private static final Pattern HALVES = Letters.pattern("(?<![\\w/])50/50(?![\\w/])");
  private static final Pattern NINE_ELEVEN = Letters.pattern("(?<![\\w/])9/11(?![\\w/])");
  private static final Pattern MIXED =
      Letters.pattern("(?<![\\w/.])(\\d+)[ -](\\d)/(\\d{1,2})(?![\\w/])");
  private static final Pattern MIXED_SIGN = Letters.pattern("(?<![\\w.])(\\d+) ?([½¼¾⅓⅔⅛⅜⅝⅞])");
  private static final Pattern SIGN = Letters.pattern("[½¼¾⅓⅔⅛⅜⅝⅞]");
  private static final Pattern TIMES = Letters.pattern("(?<![\\w.])(\\d+(?:\\.\\d+)?)[xX](?!\\w)");
  private static final Pattern BY =
      Letters.pattern("(?<![\\w.])(\\d+(?:\\.\\d+)?)\\s?[x×]\\s?(?=\\d)");
  private static final Pattern DECADE = Letters.pattern("(?<![\\w])['’‘](\\d)0s\\b");
  private static final Pattern YEAR_SHORT = Letters.pattern("(?<![\\w'’])['’‘](\\d\\d)(?![\\w'’])");
  private static final Pattern TIME_SPAN =
      Letters.pattern(
          "(?<![\\w:.-])(\\d{1,2}(?::\\d{2})?)\\s?([ap]\\.?m\\.?)?\\s?[-–]\\s?(\\d{1,2}(?::\\d{2})?\\s?[ap]\\.?m\\b)");
  private static final Pattern HOUR =
      Letters.patternOfAnyCase("(?<![\\w:.,/-])(\\d{1,2})\\s?([ap])\\.?m\\b\\.?(?!\\w)");
  private static final String[] DECADES = {
    "two thousands",
    "tens",
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties"
  };

  private DigitRules() {}

  static TracedText apply(TracedText text) {
    return text.replace(TOLL_FREE, (match, _) -> tollFree(match))
        .replace(PHONE, (match, _) -> phone(match))
        .replace(INTERNATIONAL, (match, _) -> "plus " + grouped(match.group(1)))
        .replace(CARD, (match, _) -> grouped(match.group()))
        .replace(EMERGENCY, (match, _) -> spaced(match.group(1)))
        .replace(DASHED, (match, _) -> match.group().replace('-', ' '))
        // The published rules do not see these before a point.
        .replace(LAST_PHONE, (match, _) -> grouped(match.group(1)))
        .replace(LAST_SPAN, (match, _) -> match.group(1) + " to " + match.group(2))
        .replace(ADDRESS_OF_HOST, (match, _) -> match.group().replace(".", " dot "))
        .replace(
            VERSION,
            (match, _) ->
                (match.group(1) == null ? "" : "version ") + match.group(2).replace(".", " point "))
        .replace(SHORT_VERSION, (match, _) -> "version " + match.group(1).replace(".", " point "))
        .replace(
            NAMED_VERSION,
            (match, _) -> match.group(1) + " " + match.group(2) + " point " + match.group(3))
        .replace(ALWAYS, "twenty four seven")
        .replace(HALVES, "fifty fifty")
        .replace(NINE_ELEVEN, "nine eleven")
        .replace(
            MIXED,
            (match, _) -> match.group(1) + " and " + fraction(match.group(2), match.group(3)))
        .replace(MIXED_SIGN, (match, _) -> match.group(1) + " and " + sign(match.group(2), true))
        .replace(LAST_FRACTION, (match, _) -> fraction(match))
        .replace(SIGN, (match, _) -> sign(match.group(), false))
        .replace(BY, (match, _) -> match.group(1) + " by ")
        .replace(TIMES, (match, _) -> match.group(1) + " times")
        .replace(TIME_SPAN, (match, _) -> timeSpan(match))
        .replace(HOUR, (match, _) -> hour(match))
        .replace(DECADE, (match, _) -> DECADES[match.group(1).charAt(0) - '0'])
        .replace(YEAR_SHORT, (match, _) -> yearShort(match))
        .replace(ZERO_AT_END, (match, _) -> match.group(1) + " point " + spaced(match.group(2)))
        .replace(LEADING_ZERO, (match, _) -> spaced(match.group()));
  }

  private static String spaced(String digits) {
    return String.join(" ", digits.split(""));
  }

  /** Group by group, with a breath between. */
  private static String grouped(String number) {
    StringBuilder groups = new StringBuilder();
    for (String group : number.split("[ .-]")) {
      groups.append(groups.isEmpty() ? "" : ", ").append(spaced(group));
    }
    return groups.toString();
  }

  private static String phone(MatchResult match) {
    String country = match.group(1);
    String area = match.group(2) == null ? match.group(3) : match.group(2);
    String before =
        country == null
            ? ""
            : (country.startsWith("+") ? "plus " : "") + spaced(country.replace("+", "")) + ", ";
    return before + spaced(area) + ", " + spaced(match.group(4)) + ", " + spaced(match.group(5));
  }

  private static String tollFree(MatchResult match) {
    String area = match.group(2).equals("800") ? "eight hundred" : spaced(match.group(2));
    String rest = match.group(3);
    return "one, " + area + ", " + (Character.isDigit(rest.charAt(0)) ? grouped(rest) : rest);
  }

  private static String fraction(String above, String below) {
    return switch (above + "/" + below) {
      case "1/2" -> "a half";
      case "1/4" -> "a quarter";
      case "1/3" -> "a third";
      case "1/8" -> "an eighth";
      default -> above + "/" + below;
    };
  }

  private static String fraction(MatchResult match) {
    int above = Integer.parseInt(match.group(1));
    int below = Integer.parseInt(match.group(2));
    if (above == 0 || above >= below || below > 10) {
      return match.group();
    }
    String part =
        below == 2 ? "half" : below == 4 ? "quarter" : EnglishNumbers.ordinal(match.group(2));
    return EnglishNumbers.cardinal(above) + " " + part + (above == 1 ? "" : "s");
  }

  private static String sign(String sign, boolean mixed) {
    return switch (sign) {
      case "½" -> mixed ? "a half" : "one half";
      case "¼" -> mixed ? "a quarter" : "one quarter";
      case "¾" -> "three quarters";
      case "⅓" -> mixed ? "a third" : "one third";
      case "⅔" -> "two thirds";
      case "⅛" -> mixed ? "an eighth" : "one eighth";
      case "⅜" -> "three eighths";
      case "⅝" -> "five eighths";
      default -> "seven eighths";
    };
  }

  private static String timeSpan(MatchResult match) {
    String half = match.group(2);
    return match.group(1) + (half == null ? "" : " " + half) + " to " + match.group(3);
  }

  /** Letters with points are spelled; without them the lexicon might see a word. */
  private static String hour(MatchResult match) {
    return match.group(1) + " " + Letters.upper(match.group(2)) + ".M.";
  }

  private static String yearShort(MatchResult match) {
    String digits = match.group(1);
    return digits.charAt(0) == '0' ? "oh " + digits.charAt(1) : digits;
  }
}
