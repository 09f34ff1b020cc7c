package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.WordTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of day and dates. */
final class CalendarRules {
  private static final Pattern TIME =
      Letters.pattern(
          "\\b(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\s?([AaPp])\\.?[Mm]\\.?(?![A-Za-z]))?(?!\\d)");
  private static final Pattern DATE_ISO = Letters.pattern("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern DATE_US =
      Letters.pattern("\\b(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})\\b");
  private static final Pattern FRACTION =
      Letters.pattern("(?<![\\w./])(\\d{1,2})/(\\d{1,2})(?![\\w./])");
  private static final List<String> FRACTIONS =
      List.of("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");

  private final Map<String, String> months;
  private final List<String> monthNames;
  private final Pattern monthDay;
  private final Pattern dayMonth;

  CalendarRules(WordTables tables) {
    months = tables.words("months");
    monthNames = List.copyOf(months.values());
    List<String> written = new ArrayList<>(monthNames);
    months
        .keySet()
        .forEach(month -> written.add(Letters.upper(month.substring(0, 1)) + month.substring(1)));
    written.add("Sept");
    String any = Alternatives.of(written);
    monthDay =
        Letters.pattern(
            "\\b(" + any + ")\\.? (\\d{1,2})(?:st|nd|rd|th)?\\b(?![\\d:%])(,? \\d{4}\\b)?");
    dayMonth = Letters.pattern("\\b(the )?(\\d{1,2}) (?:of )?(" + any + ")\\b\\.?");
  }

  /** "7:30 pm", "2024-03-01", "3/1/24". */
  TracedText numeric(TracedText text) {
    return text.replace(TIME, CalendarRules::time)
        .replace(
            DATE_ISO,
            (match, _) ->
                date(match.group(1), number(match.group(2)), number(match.group(3)))
                    .orElse(match.group()))
        .replace(DATE_US, (match, _) -> dateUs(match));
  }

  /** "March 3", "the 3rd of March". */
  TracedText named(TracedText text) {
    return text.replace(monthDay, (match, _) -> monthDay(match))
        .replace(dayMonth, (match, _) -> dayMonth(match));
  }

  /** "3/4" as a fraction, else as a date without a year. */
  TracedText fractions(TracedText text) {
    return text.replace(FRACTION, (match, _) -> fraction(match));
  }

  private static String time(MatchResult match, String text) {
    int hour = number(match.group(1));
    int minute = number(match.group(2));
    @Nullable String seconds = match.group(3);
    @Nullable String half = match.group(4);
    if (hour > 24 || minute > 59 || (seconds != null && number(seconds) > 59)) {
      return match.group();
    }
    StringBuilder words = new StringBuilder(EnglishNumbers.cardinal(hour));
    if (minute == 0) {
      words.append(half != null || seconds != null ? "" : " o'clock");
    } else {
      words.append(minute < 10 ? " oh " : " ").append(EnglishNumbers.cardinal(minute));
    }
    if (seconds != null) {
      words
          .append(" and ")
          .append(EnglishNumbers.cardinal(number(seconds)))
          .append(number(seconds) == 1 ? " second" : " seconds");
    }
    if (half != null) {
      // With points, so that the lexicon spells the letters.
      boolean pointFollows = text.startsWith(".", match.end());
      words.append(' ').append(Letters.upper(half)).append(".M").append(pointFollows ? "" : ".");
    }
    return words.toString();
  }

  private Optional<String> date(@Nullable String year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > 31) {
      return Optional.empty();
    }
    return Optional.of(
        monthNames.get(month - 1)
            + " "
            + EnglishNumbers.ordinal(Integer.toString(day))
            + (year == null ? "" : ", " + year));
  }

  private String dateUs(MatchResult match) {
    int first = number(match.group(1));
    int second = number(match.group(2));
    String year = match.group(3);
    if (year.length() == 2) {
      year = (number(year) > 30 ? "19" : "20") + year;
    }
    return (first <= 12 ? date(year, first, second) : date(year, second, first))
        .orElse(match.group());
  }

  private String monthDay(MatchResult match) {
    int day = number(match.group(2));
    if (day < 1 || day > 31) {
      return match.group();
    }
    @Nullable String year = match.group(3);
    return month(match.group(1))
        + " "
        + EnglishNumbers.ordinal(Integer.toString(day))
        + (year == null ? "" : year);
  }

  private String dayMonth(MatchResult match) {
    int day = number(match.group(2));
    return day < 1 || day > 31
        ? match.group()
        : "the " + EnglishNumbers.ordinal(Integer.toString(day)) + " of " + month(match.group(3));
  }

  private String month(String written) {
    return months.getOrDefault(Letters.lower(written).substring(0, 3), written);
  }

  private String fraction(MatchResult match) {
    int above = number(match.group(1));
    int below = number(match.group(2));
    if (0 < above && above < below && below <= 10) {
      String part = FRACTIONS.get(below - 2);
      if (part.equals("half")) {
        return above == 1 ? "one half" : above + " halves";
      }
      return above + " " + part + (above == 1 ? "" : "s");
    }
    return (above >= 1 && above <= 12 ? date(null, above, below) : Optional.<String>empty())
        .orElse(above + " slash " + below);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
