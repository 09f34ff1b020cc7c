package dev.creature.models.voice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A lexicon: from written words to phonemes, by part of speech where a word has several readings.
 *
 * <p>A word in small letters also answers to its capitalized form and the other way round, unless
 * that form has an entry of its own.
 */
public final class Pronunciations {
  private final ByteTable table;

  Pronunciations(ByteTable table) {
    this.table = table;
  }

  /** The entry of a word, or null. */
  public @Nullable Entry entry(String word) {
    int row = table.row(word);
    if (row < 0 && word.length() > 1) {
      String lower = word.toLowerCase(Locale.ROOT);
      String capitalized =
          lower.isEmpty() ? lower : Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
      if (word.equals(lower)) {
        row = capitalized.equals(word) ? -1 : table.row(capitalized);
      } else if (word.equals(capitalized)) {
        row = table.row(lower);
      }
    }
    return row < 0 ? null : new Entry(table.text(row));
  }

  /** Whether a word has an entry. */
  public boolean contains(String word) {
    return entry(word) != null;
  }

  /** What a lexicon says of a word. */
  public static final class Entry {
    private static final String DEFAULT = "DEFAULT";
    private final String value;

    private Entry(String value) {
      this.value = value;
    }

    /** Whether the word has several readings. */
    public boolean dependsOnTag() {
      return !value.isEmpty() && value.charAt(0) == HibariAssembly.BY_TAG;
    }

    /** Whether there is a reading of its own for a tag; it may be none. */
    public boolean hasTag(String tag) {
      return dependsOnTag() && find(tag) >= 0;
    }

    /** The phonemes for a tag, or those for all others; null when the letters are to be spelled. */
    public @Nullable String phonemes(@Nullable String tag) {
      if (!dependsOnTag()) {
        return value;
      }
      int at = tag == null ? -1 : find(tag);
      if (at < 0) {
        at = find(DEFAULT);
      }
      if (at < 0) {
        return null;
      }
      int end = value.indexOf('\n', at);
      String phonemes = value.substring(at, end < 0 ? value.length() : end);
      return phonemes.isEmpty() ? null : phonemes;
    }

    /** Where the reading of a tag starts, or -1. */
    private int find(String tag) {
      String wanted = tag + "=";
      int line = 1;
      while (line > 0) {
        if (value.startsWith(wanted, line)) {
          return line + wanted.length();
        }
        line = value.indexOf('\n', line) + 1;
      }
      return -1;
    }
  }
}
