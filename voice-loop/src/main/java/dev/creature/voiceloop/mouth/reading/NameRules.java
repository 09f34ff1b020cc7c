package dev.creature.voiceloop.mouth.reading;

import dev.creature.models.voice.WordTables;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Titles, abbreviations, numbers of chapters and kings. */
final class NameRules {
  private static final String ROMAN =
      "((?=[IVXLC])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))";
  private static final Pattern NUMERO = Letters.pattern("\\b(No|Nos)\\. ?(?=\\d)");
  private static final Pattern HASH = Letters.pattern("(?<![\\w&])#(?=\\d)");

  private final Map<String, String> titles;
  private final Map<String, String> abbreviations;
  private final Pattern title;
  private final Pattern abbreviation;
  private final Pattern romanCardinal;
  private final Pattern romanOrdinal;

  NameRules(WordTables tables) {
    titles = tables.words("titles");
    abbreviations = tables.words("abbreviations");
    title = Letters.pattern("\\b(" + Alternatives.of(titles.keySet()) + ")\\.? (?=[A-Z])");
    abbreviation =
        Letters.pattern("(?<![\\w.])(" + Alternatives.of(abbreviations.keySet()) + ")(?![\\w])");
    romanCardinal = roman(tables, "roman_cardinal");
    romanOrdinal = roman(tables, "roman_ordinal");
  }

  private static Pattern roman(WordTables tables, String table) {
    return Letters.pattern(
        "\\b(" + Alternatives.of(tables.list(table)) + ") " + ROMAN + "\\b(?![.'’]\\w)");
  }

  TracedText apply(TracedText text) {
    return text.replace(
            title, (match, _) -> titles.getOrDefault(match.group(1), match.group(1)) + " ")
        .replace(abbreviation, this::abbreviation)
        .replace(NUMERO, (match, _) -> match.group(1).equals("No") ? "Number " : "Numbers ")
        .replace(HASH, "number ")
        .replace(
            romanCardinal, (match, _) -> match.group(1) + " " + RomanNumerals.value(match.group(2)))
        .replace(
            romanOrdinal,
            (match, _) ->
                match.group(1)
                    + " the "
                    + EnglishNumbers.ordinal(
                        Integer.toString(RomanNumerals.value(match.group(2)))));
  }

  private String abbreviation(MatchResult match, String text) {
    String written = match.group(1);
    // At the very end its point ends the sentence too.
    boolean endsSentence = match.end() == text.length() && written.endsWith(".");
    return abbreviations.getOrDefault(written, written) + (endsSentence ? "." : "");
  }
}
