package dev.creature.actors.intent.grammar;

/**
 * Tells sentences in which somebody's words are told, read out or acted: "the wolf says, …". Pure.
 */
final class Quotations {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Quotations(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /**
   * Whether the sentence quotes.
   *
   * @param order whether it begins with a command, of which "what the man said" is only a part
   */
  boolean quotes(Sentence s, int from, int end, boolean order) {
    int form = from + lexicon.phrases().at("request", s, from);
    for (int i = Math.max(from + 1, form); i < end; i++) {
      if (lexicon.phrases().at("quoting", s, i) > 0
          && !(s.word(i - 1).equals("i") && (isReworded(s, i, end) || isInsisted(s, from, i)))
          && !s.word(i - 1).equals("to")
          && !s.word(i - 1).equals("and")
          && !isSelfCorrection(s, i)
          && !isInterjection(s, i)
          && !isOwnDoubt(s, i)
          && !(order && isContact(s, i))
          && (isTeller(s, i) || (!order && isSomebody(s, i)))) {
        return true;
      }
    }
    return isReadOut(s, from) || isTold(s, from, end);
  }

  /** "bring the book the teacher said was good": told of a thing that is asked for. */
  private boolean isContact(Sentence s, int i) {
    int teller = phrases.determines(s.word(i - 2)) ? i - 2 : i - 1;
    return lexicon.isThing(s.word(teller - 1)) && s.at(i + 1).isWord();
  }

  /** "the wolf says": a thing or a being of any name, with an article. */
  private boolean isSomebody(Sentence s, int i) {
    boolean named = !s.word(i - 1).isEmpty() && !phrases.isFunctionWord(s.word(i - 1));
    boolean described = phrases.determines(s.word(i - 3)) && !phrases.isFunctionWord(s.word(i - 2));
    return named && (phrases.determines(s.word(i - 2)) || described);
  }

  /** "I say, …", "no, I say, …". */
  private static boolean isInterjection(Sentence s, int i) {
    return s.word(i).equals("say")
        && s.word(i - 1).equals("i")
        && (s.isBoundary(i + 1) || s.word(i - 2).equals("no"));
  }

  /** "the sign reads: push the door". */
  private boolean isReadOut(Sentence s, int from) {
    boolean colon = s.at(from - 1).word().equals(":");
    boolean told =
        switch (s.word(from - 2)) {
          case "read",
              "reads",
              "says",
              "said",
              "say",
              "states",
              "stated",
              "wrote",
              "writes",
              "shouted",
              "shouts",
              "yelled",
              "replied",
              "asked",
              "goes",
              "went",
              "line",
              "lines",
              "title",
              "titled",
              "called",
              "quote",
              "words",
              "step",
              "follows",
              "sings",
              "sang",
              "whispered",
              "answered",
              "instructions",
              "rule",
              "message",
              "sign",
              "note" ->
              true;
          default -> false;
        };
    return colon && told && !s.word(from - 3).equals("i");
  }

  /** "the broom I should say", "did I say tea?", "or let's say two". */
  private static boolean isSelfCorrection(Sentence s, int i) {
    String before = s.word(i - 1);
    String first = s.word(i - 2);
    return s.word(i).equals("say")
        && ((first.equals("i") && before.equals("should"))
            || (before.equals("i") && (first.equals("should") || first.equals("did")))
            || (before.equals("us") && first.equals("let")));
  }

  /** "what am I saying": asked of what the speaker said himself. */
  private boolean isOwnDoubt(Sentence s, int i) {
    int doubt = lexicon.phrases().at("repair", s, i - 3);
    return doubt > 3;
  }

  /** "I said close the cupboard": asked for once more. */
  private boolean isInsisted(Sentence s, int from, int i) {
    if (s.word(i).equals("said") && s.isBoundary(i + 1) && s.at(i - 2).kind() == Token.Kind.PAUSE) {
      // "Close the door, I said."
      return s.at(i + 1).kind() != Token.Kind.PAUSE;
    }
    int verb = s.at(i + 1).kind() == Token.Kind.PAUSE ? i + 2 : i + 1;
    return i == from + 1
        && s.word(i).equals("said")
        && lexicon.startsVerb(s.word(verb))
        && (phrases.determines(s.word(verb + 1)) || lexicon.is("pronoun", s.word(verb + 1)));
  }

  /** "'Follow me,' whispered the rabbit": who said it stands behind. */
  private boolean isTold(Sentence s, int from, int end) {
    for (int i = from + 1; i < end; i++) {
      boolean behind = !s.at(i - 1).isWord();
      boolean speaks =
          switch (s.word(i)) {
            case "said",
                "says",
                "whispered",
                "shouted",
                "cried",
                "replied",
                "yelled",
                "muttered",
                "screamed",
                "called",
                "growled",
                "barked",
                "begged",
                "murmured",
                "sighed",
                "snapped",
                "insisted",
                "ordered",
                "asked",
                "answered",
                "goes" ->
                true;
            default -> false;
          };
      boolean who =
          phrases.determines(s.word(i + 1))
              || lexicon.names("person", s.word(i + 1))
              || lexicon.is("subject", s.word(i + 1))
              || s.isBoundary(i + 2);
      if (behind && speaks && who && s.at(i + 1).isWord()) {
        return true;
      }
    }
    return false;
  }

  /** "I said brush, I meant comb". */
  private static boolean isReworded(Sentence s, int from, int end) {
    for (int i = from + 1; i + 1 < end; i++) {
      if (s.word(i).equals("i")
          && (s.word(i + 1).equals("mean") || s.word(i + 1).equals("meant"))) {
        return true;
      }
    }
    return false;
  }

  /** "she said", "my mother always says", "the sign reads", but not "what you said". */
  private boolean isTeller(Sentence s, int i) {
    String before = s.word(i - 1);
    return lexicon.is("subject", before)
        || lexicon.names("person", before)
        || (lexicon.isKnownNoun(before) && !s.word(i).equals("say"))
        || lexicon.is("adverb", before)
        || lexicon.is("auxiliary", before)
        || before.equals("always");
  }
}
