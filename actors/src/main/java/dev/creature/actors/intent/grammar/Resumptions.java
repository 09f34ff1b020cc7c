package dev.creature.actors.intent.grammar;

/** Finds where somebody asks again behind what he tells: "… it's dirty, bring me a plate". Pure. */
final class Resumptions {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Resumptions(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** "the bowl's dirty bring me a plate": the verb of the last deed again. */
  boolean restarts(Sentence s, int i, Drafts drafts) {
    String before = s.word(i - 1);
    String next = s.word(i + 1);
    return !drafts.isEmpty()
        && drafts.last().verb.head().equals(s.word(i))
        && (phrases.determines(next)
            || lexicon.is("pronoun", next)
            || lexicon.names("person", next)
            || (before.isEmpty() && lexicon.is("preposition", next)))
        && !before.equals("to")
        && !lexicon.is("auxiliary", before)
        && !(lexicon.is("subject", before) && !isTold(s, i - 1))
        && !lexicon.is("conjunction", before);
  }

  /** "no, I've got this end, you lift the left one" */
  private static boolean isTold(Sentence s, int i) {
    return s.word(i).equals("you") && s.at(i - 1).kind() == Token.Kind.PAUSE;
  }

  /** "the glasses can dry, so only the pots", "the breeze is plenty, I do not need the fan" */
  boolean selects(Sentence s, int i) {
    if (s.word(i).equals("no") && s.word(i - 1).equals("so") && s.isBoundary(i + 2)) {
      return true;
    }
    boolean only = s.word(i).equals("only") || s.word(i).equals("just");
    boolean dismisses = lexicon.phrases().at("dismissal", s, i) > 1;
    int named = only ? i + 1 : i + lexicon.phrases().at("dismissal", s, i);
    return (only || dismisses)
        && phrases.determines(s.word(named))
        && phrases.noun(s, named).filter(read -> s.isBoundary(read.end())).isPresent();
  }

  /** "no, I'm fine, just bring me the cream" */
  boolean isOnlyAsked(Sentence s, int i) {
    boolean may = s.word(i + 1).equals("can") || s.word(i + 1).equals("may");
    if (s.word(i).equals("you") && may) {
      // "I'm done with my soup, you can clear the bowl."
      return lexicon.startsVerb(s.word(i + 2)) && phrases.determines(s.word(i + 3));
    }
    int verb = s.word(i).equals("so") || s.word(i).equals("but") ? i + 2 : i + 1;
    int object = lexicon.is("pronoun", s.word(verb + 1)) ? verb + 2 : verb + 1;
    return s.word(verb - 1).equals("just")
        && lexicon.startsVerb(s.word(verb))
        && phrases.startsClause(s, verb)
        && phrases.determines(s.word(object));
  }

  /** "he's sleeping let him sleep" */
  boolean lets(Sentence s, int i) {
    return s.word(i).equals("let")
        && switch (s.word(i + 1)) {
          case "him", "her", "them" -> true;
          default -> false;
        };
  }

  /**
   * "wet it, and wipe the stove": one of several deeds, of a verb that the grammar does not know.
   */
  boolean isUnknownDeed(Sentence s, int i, Drafts drafts) {
    boolean points = s.word(i + 1).equals("it") || s.word(i + 1).equals("them");
    return !drafts.isEmpty() && points && !phrases.isFunctionWord(s.word(i));
  }
}
