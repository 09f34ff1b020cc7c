package dev.creature.actors.intent.grammar;

/**
 * Tells which words may belong to a noun phrase: "the trash can", and not "the trash can you".
 * Pure.
 */
final class NounWords {
  private final Lexicon lexicon;
  private final WordRoles roles;

  NounWords(Lexicon lexicon, WordRoles roles) {
    this.lexicon = lexicon;
    this.roles = roles;
  }

  /** Whether a word can be an adjective or a noun here. */
  boolean isOpen(Sentence s, int i, int before, boolean determined) {
    String word = s.word(i);
    if (word.isEmpty() || (word.endsWith("'s") && before == 0 && !determined)) {
      return word.endsWith("'s") && !word.isEmpty();
    }
    if (word.equals("can")) {
      return isTin(s, i, before, determined);
    }
    if (roles.breaksOff(s, i) || (before > 0 && lexicon.phrases().at("preposition", s, i) > 0)) {
      return false;
    }
    if (word.equals("top")
        && before > 0
        && lexicon.isKnownNoun(s.word(i - 1))
        && !s.word(i + 1).equals("of")) {
      return true;
    }
    if (before > 0 && lexicon.isNumber(word) && lexicon.is("unit", s.word(i + 1))) {
      return false;
    }
    if (lexicon.is("relation", word)) {
      return (before == 0
              && (determined
                  || lexicon.is("preposition", s.word(i - 1))
                  || lexicon.is("relation", s.word(i + 1))
                  || (lexicon.isKnownNoun(s.word(i + 1)) && !s.word(i + 1).equals("of"))))
          || (before > 0
              && (lexicon.is("relation", s.word(i - 1))
                  || s.word(i + 1).equals("of")
                  || word.equals("side")
                  || word.equals("end")
                  || word.equals("corner")
                  || word.equals("edge")));
    }
    boolean doing =
        before > 0
            && !lexicon.isKnownNoun(word)
            && !s.word(i + 1).equals("can")
            && (lexicon.baseOfGerund(word).isPresent() || isWhatItDoes(s, i));
    boolean crowd = word.equals("people") && (determined || before > 0);
    if ((roles.isFunctionWord(word) && !crowd) || roles.isManner(word) || doing) {
      return false;
    }
    return before == 0
        ? determined || !roles.startsClause(s, i) || lexicon.isKnownNoun(word)
        : !roles.startsClause(s, i);
  }

  boolean isVague(Sentence s, int i) {
    boolean thing =
        switch (s.word(i)) {
          case "something", "anything", "everything", "someone", "somebody" -> true;
          default -> false;
        };
    return thing
        && s.at(i + 1).isWord()
        && !roles.isFunctionWord(s.word(i + 1))
        && !roles.isManner(s.word(i + 1))
        && !s.word(i + 1).equals("else")
        && (s.isBoundary(i + 2) || lexicon.is("preposition", s.word(i + 2)));
  }

  /** "the man wearing a hat", but not "the kitchen cutting board". */
  private boolean isWhatItDoes(Sentence s, int i) {
    String word = s.word(i);
    return word.endsWith("ing")
        && word.length() > 5
        && lexicon.isKnownNoun(s.word(i - 1))
        && (lexicon.names("person", s.word(i - 1)) || !lexicon.isKnownNoun(s.word(i + 1)));
  }

  /** "the trash can", and not "the trash can you". */
  private boolean isTin(Sentence s, int i, int before, boolean determined) {
    String next = s.word(i + 1);
    boolean ends =
        next.isEmpty()
            || lexicon.is("preposition", next)
            || lexicon.is("conjunction", next)
            || lexicon.is("adverb", next)
            || lexicon.is("particle", next);
    boolean noun =
        before > 0
            ? ends || roles.startsClause(s, i + 1)
            : determined && (ends || lexicon.isKnownNoun(next) || roles.startsClause(s, i + 1));
    return noun && !lexicon.is("subject", next);
  }
}
