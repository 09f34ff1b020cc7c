package dev.creature.actors.intent.grammar;

import java.util.regex.Pattern;

/** Leaves out what stands in double quotation marks: somebody's words, not the speaker's. */
final class Quotations {
  private static final Pattern QUOTED = Pattern.compile("[\"“”][^\"“”]*[\"“”]");
  private static final Pattern OWN = Pattern.compile("(?is).*\\bi (?:said|say|repeat)\\b.*");
  private static final int FEWEST_WORDS = 2;

  private Quotations() {}

  /** The text without quotations; the text itself when little else was said. */
  static String removed(String text) {
    String rest = QUOTED.matcher(text).replaceAll(" , ");
    boolean quotes =
        !rest.equals(text)
            && rest.replaceAll("[^\\p{L} ]", " ").strip().split("\\s+").length >= FEWEST_WORDS
            && !OWN.matcher(rest).matches();
    return quotes ? rest : text;
  }
}
