package dev.creature.actors.intent.grammar;

/** Tells what a word does in its sentence: begins a clause, announces a noun, takes back. Pure. */
final class WordRoles {
  private final Lexicon lexicon;

  WordRoles(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether a new clause that asks for something begins here. */
  boolean startsClause(Sentence s, int i) {
    String word = s.word(i);
    if (word.isEmpty()) {
      return false;
    }
    if (lexicon.phrases().at("request", s, i) > 0 && !word.equals("to")) {
      return true;
    }
    if (!lexicon.startsVerb(word)) {
      return false;
    }
    String next = s.word(i + 1);
    if (determines(next) || (lexicon.is("pronoun", next) && !next.equals("one"))) {
      return true;
    }
    boolean follows =
        lexicon.is("particle", next)
            || lexicon.is("preposition", next)
            || lexicon.is("direction", next);
    if (lexicon.isKnownNoun(word) || lexicon.names("adjective", word)) {
      boolean noun =
          determines(s.word(i - 1))
              || lexicon.names("adjective", s.word(i - 1))
              || lexicon.isKnownNoun(s.word(i - 1));
      return lexicon.verb(word + " " + next).isPresent()
          && !(noun && (next.equals("on") || next.equals("off")));
    }
    return next.isEmpty()
        || (word.equals("go") && (lexicon.startsVerb(next) || next.equals("and")))
        || follows
        || lexicon.isKnownNoun(next)
        || lexicon.names("adjective", next)
        || lexicon.is("adverb", next)
        || lexicon.is("manner", next)
        || lexicon.isNumber(next)
        || next.equals("if")
        || next.equals("whether")
        || lexicon.is("conjunction", next);
  }

  boolean determines(String word) {
    return lexicon.is("article", word)
        || lexicon.is("possessive", word)
        || lexicon.is("demonstrative", word)
        || lexicon.is("quantity", word);
  }

  /** "thinly": tells how. */
  boolean isManner(String word) {
    return word.endsWith("ly") && word.length() > 5 && !lexicon.isKnownNoun(word);
  }

  /** Whether the speaker takes something back here. */
  boolean breaksOff(Sentence s, int i) {
    if (lexicon.phrases().at("cancel", s, i) > 0) {
      return true;
    }
    if (s.word(i).equals("instead") && s.word(i + 1).equals("of")) {
      return false;
    }
    int repair = lexicon.phrases().at("repair", s, i);
    boolean weak =
        repair == 1
            && lexicon.phrases().at("weak repair", s, i) > 0
            && !s.word(i).equals("sorry")
            && !s.word(i).equals("actually");
    boolean none = s.word(i).equals("no") && lexicon.is("preposition", s.word(i - 1));
    boolean thatIs = s.word(i).equals("that") && s.word(i + 1).equals("is");
    return repair > 0
        && !weak
        && !none
        && !thatIs
        && !(repair == 1 && s.word(i).equals("wait") && lexicon.is("conjunction", s.word(i - 1)));
  }

  boolean isFunctionWord(String word) {
    return lexicon.is("preposition", word)
        || lexicon.is("conjunction", word)
        || lexicon.is("auxiliary", word)
        || lexicon.is("question", word)
        || lexicon.is("subordinate", word)
        || lexicon.is("pronoun", word)
        || lexicon.is("subject", word)
        || lexicon.is("direction", word)
        || isAdverbial(word)
        || determines(word)
        || word.equals("no");
  }

  boolean isAdverbial(String word) {
    return (lexicon.is("adverb", word) && !word.equals("first")) || lexicon.is("manner", word);
  }
}
