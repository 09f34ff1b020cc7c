package dev.creature.actors.intent.grammar;

/**
 * Finds what says that a thing or a place shall take the place of the one before: "the windowsill
 * is better", "the desk might be safer", "tea will do". Pure.
 */
final class Preference {
  private final Lexicon lexicon;

  Preference(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** How many words say so behind the thing, or 0. */
  int length(Sentence s, int from) {
    int phrase = lexicon.phrases().at("preferred", s, from);
    if (phrase > 0) {
      return phrase;
    }
    int i = from;
    while (lexicon.is("adverb", s.word(i)) && i < from + 2) {
      i++;
    }
    boolean modal =
        switch (s.word(i)) {
          case "would", "might", "could", "will", "may", "should" -> true;
          default -> false;
        };
    boolean be = modal ? s.word(i + 1).equals("be") : lexicon.is("linking", s.word(i));
    if (!be) {
      return 0;
    }
    i += modal ? 2 : 1;
    while (lexicon.is("degree", s.word(i))
        || lexicon.is("adverb", s.word(i))
        || lexicon.is("measure", s.word(i))) {
      i++;
    }
    String word = s.word(i);
    boolean compared =
        word.endsWith("er") && word.length() > 4 && (modal || !lexicon.isKnownNoun(word));
    boolean praised = lexicon.is("praise", word) || compared;
    return praised && s.isBoundary(i + 1) ? i + 1 - from : 0;
  }
}
