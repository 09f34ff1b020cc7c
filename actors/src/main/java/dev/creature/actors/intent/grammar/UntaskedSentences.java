package dev.creature.actors.intent.grammar;

/** Tells sentences of which nothing is to be done: told, quoted, supposed, kept in a list. Pure. */
final class UntaskedSentences {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Quotations quotations;

  UntaskedSentences(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.quotations = new Quotations(lexicon, phrases);
  }

  /** Whether nothing of the whole sentence is to be done. */
  boolean matches(Sentence s, int from) {
    int end = s.end(from);
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
    if (quotations.quotes(s, from, end, isOrder(s, from))) {
      return true;
    }
    return isHypothetical(s, from, end)
        || isSupposed(s, from, end)
        || isRecipe(s, from, end)
        || (question && s.word(from).equals("if") && lexicon.phrases().at("opening", s, from) == 0);
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
