package dev.creature.voiceloop.mouth;

import java.util.Locale;
import java.util.Set;

/** Points that do not end a sentence, and words that begin a clause. */
final class Abbreviations {
  /** Never at the end of a sentence: something belonging to them follows. */
  private static final Set<String> LEADING =
      Set.of(
          "dr", "mr", "mrs", "ms", "prof", "gen", "gov", "sen", "rep", "capt", "lt", "col", "sgt",
          "cmdr", "rev", "hon", "pres", "supt", "cpl", "maj", "adm", "fr", "msgr", "mt", "ft", "st",
          "vs", "v", "e.g", "i.e", "cf", "fig", "figs", "vol", "ch", "pp", "approx", "est", "ca",
          "messrs", "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
          "oct", "nov", "dec", "al", "ed", "eds", "dept", "tel", "ext");

  /** At the end of a sentence only when something new follows. */
  private static final Set<String> TRAILING =
      Set.of(
          "etc", "a.m", "p.m", "am", "pm", "jr", "sr", "inc", "ltd", "co", "corp", "bros", "ave",
          "blvd", "rd", "ln", "hwy", "apt", "ph.d", "b.c", "a.d");

  /** Words that hardly ever follow initials such as "U.S." inside a sentence. */
  private static final Set<String> STARTERS =
      Set.of(
          "the", "it", "he", "she", "we", "they", "i", "you", "this", "that", "these", "those",
          "in", "on", "at", "but", "and", "so", "if", "when", "there", "my", "our", "his", "her",
          "what", "then", "now", "yes", "no");

  /** Of these, those that a number must follow. */
  private static final Set<String> BEFORE_NUMBERS = Set.of("no", "nos", "ch", "ed", "fig", "vol");

  private static final Set<String> CONJUNCTIONS =
      Set.of(
          "and",
          "but",
          "or",
          "so",
          "because",
          "which",
          "while",
          "when",
          "where",
          "if",
          "that",
          "who",
          "then",
          "although",
          "though",
          "until",
          "unless",
          "since",
          "before",
          "after");

  private static final int LONGEST_INITIALS = 5;

  private Abbreviations() {}

  /**
   * Whether the point at {@code mark} belongs to an abbreviation, an initial or a number of a list,
   * and not to the end of a sentence.
   *
   * @param clauseStart where the clause begins
   * @param next the word behind it, which begins with no small letter
   */
  static boolean before(CharSequence text, int clauseStart, int mark, String next) {
    String word = wordBefore(text, clauseStart, mark);
    int start = mark - word.length();
    String lower = word.toLowerCase(Locale.ROOT);
    boolean number = !next.isEmpty() && Character.isDigit(next.charAt(0));
    if (word.isEmpty()) {
      return false;
    }
    // "1. First": the number of an entry.
    if (start == clauseStart && word.chars().allMatch(Character::isDigit)) {
      return true;
    }
    if (BEFORE_NUMBERS.contains(lower)) {
      return number;
    }
    if (LEADING.contains(lower)) {
      return true;
    }
    if (TRAILING.contains(lower)) {
      return number;
    }
    if (areInitials(text, clauseStart, mark)) {
      return !STARTERS.contains(next.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }
    // An initial; "I" ends sentences: "So do I."
    return word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
  }

  /** Whether the point at {@code mark} is the last of initials such as "U.S.". */
  static boolean areInitials(CharSequence text, int clauseStart, int mark) {
    String word = wordBefore(text, clauseStart, mark);
    return word.indexOf('.') > 0
        && word.length() <= LONGEST_INITIALS
        && Character.isUpperCase(word.charAt(0))
        && !TRAILING.contains(word.toLowerCase(Locale.ROOT));
  }

  private static String wordBefore(CharSequence text, int clauseStart, int mark) {
    int start = mark;
    while (start > clauseStart && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (start < mark && "\"'“‘([".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.subSequence(start, mark).toString();
  }

  /** Whether a clause may begin with this word. */
  static boolean isConjunction(String word) {
    return CONJUNCTIONS.contains(word);
  }
}
