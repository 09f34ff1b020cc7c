package dev.creature.voiceloop.mouth.reading;

import java.util.Map;
import java.util.regex.Pattern;

/** Abbreviations that the published tables lack, streets, days, spans of them. */
final class ShorthandRules {
  private static final Map<String, String> LATIN =
      Map.of(
          "e.g.", "for example",
          "i.e.", "that is",
          "etc.", "et cetera",
          "etc", "et cetera",
          "viz.", "namely",
          "ca.", "about",
          "c/o", "care of",
          "b/c", "because",
          "a.k.a.", "also known as",
          "N/A", "not applicable");
  private static final Map<String, String> CHAT =
      Map.ofEntries(
          Map.entry("FYI", "for your information"),
          Map.entry("ASAP", "as soon as possible"),
          Map.entry("IMHO", "in my humble opinion"),
          Map.entry("RSVP", "R S V P"),
          Map.entry("DIY", "D I Y"),
          Map.entry("FAQ", "F A Q"),
          Map.entry("ETA", "E T A"),
          Map.entry("TV", "T V"),
          Map.entry("lol", "haha"),
          Map.entry("thx", "thanks"),
          Map.entry("pls", "please"),
          Map.entry("idk", "I don't know"),
          Map.entry("tbh", "to be honest"));
  private static final Map<String, String> STREETS =
      Map.of(
          "St",
          "Street",
          "Dr",
          "Drive",
          "Ct",
          "Court",
          "Pl",
          "Place",
          "Sq",
          "Square",
          "Ave",
          "Avenue",
          "Rd",
          "Road",
          "Ln",
          "Lane",
          "Blvd",
          "Boulevard");
  private static final Map<String, String> DAYS =
      Map.ofEntries(
          Map.entry("Mon", "Monday"),
          Map.entry("Tue", "Tuesday"),
          Map.entry("Tues", "Tuesday"),
          Map.entry("Wed", "Wednesday"),
          Map.entry("Thu", "Thursday"),
          Map.entry("Thur", "Thursday"),
          Map.entry("Thurs", "Thursday"),
          Map.entry("Fri", "Friday"),
          Map.entry("Sat", "Saturday"),
          Map.entry("Sun", "Sunday"));
  private static final String DAY = Alternatives.of(DAYS.keySet());
  private static final String MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";

  private static final Pattern LATIN_WORD =
      Letters.pattern("(?<![\\w.])(" + Alternatives.of(LATIN.keySet()) + ")(?![\\w.])");
  private static final Pattern CHAT_WORD =
      Letters.pattern("(?<![\\w.])(" + Alternatives.of(CHAT.keySet()) + ")(?!\\w|\\.\\w)");

  /** A house number and up to three names before it; "St. Paul" is something else. */
  private static final Pattern STREET =
      Letters.pattern(
          "(\\d\\w* (?:[NSEW]\\.? )?(?:[A-Z][\\w']+ |\\d+(?:st|nd|rd|th) ){1,3})("
              + Alternatives.of(STREETS.keySet())
              + ")\\b\\.?(?=\\W|$)");

  private static final Pattern STREET_AT_END =
      Letters.pattern("((?:[A-Z][\\w']+) )(St|Ave|Rd|Blvd|Ln)\\b\\.?(?=[,;!?]|\\.?$)");
  private static final Pattern DAY_SPAN =
      Letters.pattern("\\b(" + DAY + ")\\.?\\s?[-–]\\s?(" + DAY + ")\\b\\.?");
  private static final Pattern DAY_ALONE =
      Letters.pattern(
          "\\b(" + DAY + "),? (?=(?:" + MONTH + ")\\w*\\.? \\d|\\d{1,2} (?:" + MONTH + "))");
  private static final Pattern DAY_BEFORE_TIME =
      Letters.pattern("\\b(Mon|Tues?|Wed|Thurs?|Fri)\\b(?= at| from|,|\\.? \\d)");
  private static final Pattern MONTH_SPAN =
      Letters.pattern("\\b(" + MONTH + ")\\.?\\s?[-–]\\s?(" + MONTH + ")\\b\\.?");
  private static final Pattern WITH_SLASH = Letters.pattern("(?<=\\w)\\s?w/\\s?(?=\\w)");
  private static final Pattern AND_OR = Letters.pattern("\\band/or\\b");
  private static final Pattern SLASHED =
      Letters.pattern("(?<![\\w/.:])([A-Z]?[a-z]+)/([a-z]{2,})(?![\\w/]|\\.\\w)");
  private static final Pattern PER =
      Letters.pattern(
          "(?<=\\d)(\\s?[A-Za-z]*)/(hour|day|week|month|year|person|night|minute|second|gallon|mile|unit)\\b");
  private static final Pattern DEGREE_TITLE = Letters.pattern("\\bPh\\.?D\\.?(?=\\W|$)");
  private static final Pattern AMPERSAND_LETTERS = Letters.pattern("\\b([A-Z])&([A-Z])\\b");

  private ShorthandRules() {}

  static TracedText apply(TracedText text) {
    return text.replace(
            LATIN_WORD, (match, whole) -> ending(LATIN, match.group(1), whole, match.end()))
        .replace(CHAT_WORD, (match, _) -> CHAT.getOrDefault(match.group(1), match.group(1)))
        .replace(
            STREET,
            (match, whole) ->
                match.group(1) + ending(STREETS, match.group(2), whole, match.end(), match.group()))
        .replace(
            STREET_AT_END,
            (match, whole) ->
                match.group(1) + ending(STREETS, match.group(2), whole, match.end(), match.group()))
        .replace(
            DAY_SPAN, (match, _) -> DAYS.get(match.group(1)) + " to " + DAYS.get(match.group(2)))
        .replace(DAY_ALONE, (match, _) -> DAYS.get(match.group(1)) + ", ")
        .replace(DAY_BEFORE_TIME, (match, _) -> DAYS.getOrDefault(match.group(1), match.group(1)))
        .replace(MONTH_SPAN, (match, _) -> match.group(1) + ". to " + match.group(2) + ".")
        .replace(WITH_SLASH, " with ")
        .replace(AND_OR, "and or")
        .replace(PER, (match, _) -> match.group(1) + " per " + match.group(2))
        .replace(SLASHED, (match, _) -> match.group(1) + " or " + match.group(2))
        .replace(DEGREE_TITLE, "P H D")
        .replace(AMPERSAND_LETTERS, (match, _) -> match.group(1) + " and " + match.group(2));
  }

  private static String ending(
      Map<String, String> words, String written, String whole, int end, String... matched) {
    String word = words.getOrDefault(written, written);
    boolean point = written.endsWith(".") || (matched.length > 0 && matched[0].endsWith("."));
    // A point at the very end also ends the sentence.
    return word + (point && whole.substring(end).isBlank() ? "." : "");
  }
}
