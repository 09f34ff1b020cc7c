package dev.creature.models.voice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The published tables of words that reading needs besides the lexicon: how chunks split into
 * tokens, and what abbreviations, units, titles and symbols stand for.
 */
public final class WordTables {
  static final String SEPARATOR = "\u0001";

  private final ByteTable tokens;
  private final ByteTable normalization;

  WordTables(ByteTable tokens, ByteTable normalization) {
    this.tokens = tokens;
    this.normalization = normalization;
  }

  /** The tokens of a chunk that splits in its own way, such as {@code don't}. */
  public Optional<List<String>> specialTokens(String chunk) {
    return tokens.text(chunk).map(WordTables::split);
  }

  /**
   * A table by its published name, such as {@code units}: from what is written to its readings, in
   * the published order.
   */
  public SequencedMap<String, List<String>> readings(String table) {
    SequencedMap<String, List<String>> readings = new LinkedHashMap<>();
    for (String key : list(table)) {
      readings.put(
          key, normalization.text(table + "/" + key).map(WordTables::split).orElse(List.of()));
    }
    return readings;
  }

  /** Like {@link #readings}, for tables with one reading for each. */
  public SequencedMap<String, String> words(String table) {
    SequencedMap<String, String> words = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> entry : readings(table).entrySet()) {
      words.put(entry.getKey(), entry.getValue().isEmpty() ? "" : entry.getValue().getFirst());
    }
    return words;
  }

  /** A table that is a plain list, or the keys of another. */
  public List<String> list(String table) {
    return normalization.text(table).map(WordTables::split).orElse(List.of());
  }

  private static List<String> split(String joined) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = joined.indexOf(SEPARATOR);
    while (at >= 0) {
      parts.add(joined.substring(from, at));
      from = at + 1;
      at = joined.indexOf(SEPARATOR, from);
    }
    parts.add(joined.substring(from));
    return parts;
  }
}
