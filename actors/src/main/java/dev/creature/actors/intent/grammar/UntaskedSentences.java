package dev.creature.actors.intent.grammar;

/** Tells sentences of which nothing is to be done: told, quoted, supposed, kept in a list. Pure. */
final class UntaskedSentences {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  UntaskedSentences(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** Whether nothing of the whole sentence is to be done. */
  boolean matches(Sentence s, int from) {
    int end = s.end(from);
    if (isReadOut(s, from)) {
      return true;
    }
    boolean asked = lexicon.phrases().at("request", s, from) > 3;
    if (lexicon.phrases().within("block", s, from, end) && !asked && !isOrder(s, from)) {
      return true;
    }
    if (lexicon.phrases().within("past time", s, from, end) && !isOrder(s, from)) {
      return true;
    }
    if (isRecorded(s, from, end)) {
      return true;
    }
    boolean question = s.at(end).kind() == Token.Kind.QUESTION;
    int form = from + lexicon.phrases().at("request", s, from);
    for (int i = Math.max(from + 1, form); i < end; i++) {
      if (lexicon.phrases().at("quoting", s, i) > 0
          && !(s.word(i - 1).equals("i") && (isReworded(s, i, end) || isInsisted(s, from, i)))
          && !s.word(i - 1).equals("to")
          && !s.word(i - 1).equals("and")
          && !isSelfCorrection(s, i)
          && !isInterjection(s, i)
          && isTeller(s, i)) {
        return true;
      }
    }
    return isHypothetical(s, from, end)
        || isTold(s, from, end)
        || isSupposed(s, from, end)
        || isRecipe(s, from, end)
        || (question && s.word(from).equals("if") && lexicon.phrases().at("opening", s, from) == 0);
  }

  /** "I say, …", "no, I say, …". */
  private static boolean isInterjection(Sentence s, int i) {
    return s.word(i).equals("say")
        && s.word(i - 1).equals("i")
        && (s.isBoundary(i + 1) || s.word(i - 2).equals("no"));
  }

  private boolean isOrder(Sentence s, int from) {
    int i = from;
    while (lexicon.phrases().at("opening", s, i) > 0) {
      i += lexicon.phrases().at("opening", s, i);
    }
    return phrases.startsClause(s, i)
        && lexicon.startsVerb(s.word(i))
        && (phrases.determines(s.word(i + 1))
            || s.word(i + 1).equals("to")
            || (lexicon.is("pronoun", s.word(i + 1)) && phrases.determines(s.word(i + 2))));
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

  /** "add milk to my shopping list": what is kept in a record is no thing. */
  private boolean isRecorded(Sentence s, int from, int end) {
    for (int i = from; i + 1 < end; i++) {
      boolean places =
          switch (s.word(i)) {
            case "to", "on", "from", "off", "of", "in", "into", "onto" -> true;
            default -> false;
          };
      int k = i + 1;
      while (places
          && k < i + 5
          && k < end
          && !lexicon.is("record", s.word(k))
          && !lexicon.is("preposition", s.word(k))) {
        k++;
      }
      if (places
          && k > i + 1
          && k < end
          && lexicon.is("record", s.word(k))
          && !phrases.determines(s.word(k + 1))) {
        return true;
      }
    }
    return false;
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

  /** "I said close the cupboard": asked for once more. */
  private boolean isInsisted(Sentence s, int from, int i) {
    return i == from + 1
        && s.word(i).equals("said")
        && lexicon.startsVerb(s.word(i + 1))
        && phrases.determines(s.word(i + 2));
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

  private boolean isPurpose(Sentence s, int from) {
    return s.word(from).equals("to")
        && lexicon.startsVerb(s.word(from + 1))
        && !phrases.determines(s.word(from + 1));
  }

  private boolean isHypothetical(Sentence s, int from, int end) {
    int i = from;
    while (lexicon.phrases().at("opening", s, i) > 0 && !s.word(i).equals("if")) {
      i += lexicon.phrases().at("opening", s, i);
    }
    if (!s.word(i).equals("if") || lexicon.phrases().at("opening", s, i) > 0) {
      return false;
    }
    for (int k = i; k < end; k++) {
      switch (s.word(k)) {
        case "would", "had", "were", "was", "asked", "told", "what", "could", "did" -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }

  /** "could you carry me if I fainted". */
  private boolean isSupposed(Sentence s, int from, int end) {
    boolean asks =
        switch (s.word(from)) {
          case "could", "would", "can", "will" -> true;
          default -> false;
        };
    int form = from + lexicon.phrases().at("request", s, from);
    for (int i = Math.max(from + 2, form); asks && i + 2 < end; i++) {
      String verb = s.word(i + 2);
      if (s.word(i).equals("if")
          && lexicon.is("subject", s.word(i + 1))
          && !s.word(i + 1).equals("you")
          && (lexicon.is("irregular", verb)
              || verb.equals("were")
              || verb.equals("was")
              || verb.equals("had")
              || verb.endsWith("ed"))) {
        return true;
      }
    }
    return false;
  }

  /** "to clean the oven you need vinegar", "to open a jar, hold it under hot water". */
  private boolean isRecipe(Sentence s, int from, int end) {
    for (int i = from + 2; isPurpose(s, from) && i + 2 < end; i++) {
      boolean it = s.word(i + 2).equals("it") || s.word(i + 2).equals("them");
      if (s.at(i).kind() == Token.Kind.PAUSE && it && lexicon.startsVerb(s.word(i + 1))) {
        return true;
      }
    }
    for (int i = from + 2; s.word(from).equals("to") && i + 1 < end; i++) {
      boolean one =
          switch (s.word(i)) {
            case "you", "i", "we", "one" -> true;
            default -> false;
          };
      boolean needs =
          switch (s.word(i + 1)) {
            case "need", "needs", "will", "have", "must", "should", "use", "would" -> true;
            default -> false;
          };
      if (one && needs && lexicon.phrases().at("request", s, i) == 0) {
        return true;
      }
    }
    return false;
  }
}
