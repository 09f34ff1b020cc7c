package dev.creature.actors.intent.grammar;

/** Hears "stop" where it is meant for the body, and the word that releases it. Pure. */
final class StopWords {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  StopWords(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.phrases = new PhraseReader(lexicon);
  }

  /** Whether the body shall halt. */
  boolean stops(Sentence s) {
    boolean fresh = true;
    boolean asked = false;
    for (int i = 0; i < s.size(); i++) {
      if (!s.at(i).isWord()) {
        fresh = fresh || s.at(i).endsSentence() || asked;
        continue;
      }
      if (fresh) {
        if (isStop(s, i)) {
          return true;
        }
        int length = Math.max(lead(s, i), lexicon.phrases().at("request", s, i));
        if (length > 0) {
          i += length - 1;
          continue;
        }
        asked = phrases.startsClause(s, i);
        fresh = false;
      } else if (asked
          && isStop(s, i)
          && s.isBoundary(behindStops(s, i))
          && (isLoose(s.word(i - 1)) || isCry(s, i - 1))) {
        return true;
      } else if (isCalledOut(s, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a halted body may move again. */
  boolean releases(Sentence s) {
    int i = 0;
    while (i < s.size()
        && (!s.at(i).isWord()
            || (lead(s, i) > 0 && lexicon.phrases().at("release", s, i) == 0)
            || (lexicon.phrases().at("request", s, i) > 0
                && lexicon.phrases().at("release", s, i) == 0))) {
      i += Math.max(1, Math.max(lead(s, i), lexicon.phrases().at("request", s, i)));
    }
    int length = lexicon.phrases().at("release", s, i);
    return length > 0
        && (s.isBoundary(i + length)
            || s.word(i + length).equals("please")
            || s.word(i + length).equals("now"));
  }

  private int lead(Sentence s, int i) {
    int opening = lexicon.phrases().at("opening", s, i);
    int filler = Math.max(opening, lexicon.phrases().at("filler", s, i));
    return Math.max(filler, lexicon.phrases().at("stop lead", s, i));
  }

  /** Behind "stop stop it". */
  private int behindStops(Sentence s, int from) {
    int i = from;
    int length = lexicon.phrases().at("stop", s, i);
    while (length > 0) {
      i += length;
      int tail = lexicon.phrases().at("stop tail", s, i);
      length = Math.max(lexicon.phrases().at("stop", s, i), tail);
    }
    return i;
  }

  /** "that's my foot, stop!": alone at the end of a sentence in which nobody is quoted. */
  private boolean isCalledOut(Sentence s, int i) {
    if (s.at(i - 1).kind() != Token.Kind.PAUSE || !isStop(s, i)) {
      return false;
    }
    Token end = s.at(behindStops(s, i));
    int from = i - 1;
    while (from > 0 && !s.at(from - 1).endsSentence()) {
      from--;
    }
    // "whisper mode, stop" is said to something else.
    int start = from;
    boolean named =
        phrases
            .single(s, start)
            .filter(read -> read.end() == i - 1 && !lexicon.names("person", read.value().head()))
            .isPresent();
    boolean last = end.equals(Token.NONE) || end.endsSentence();
    return last
        && !named
        && end.kind() != Token.Kind.QUESTION
        && !lexicon.phrases().within("quoting", s, from, i);
  }

  /** "pick up the toys no stop". */
  private boolean isCry(Sentence s, int i) {
    return s.word(i).equals("no") && !lexicon.is("auxiliary", s.word(i - 1));
  }

  private boolean isLoose(String before) {
    // "the bus stop"
    return !lexicon.is("transport", before) && isUnbound(before);
  }

  private boolean isUnbound(String before) {
    return !phrases.isFunctionWord(before)
        || lexicon.is("adverb", before)
        || lexicon.is("direction", before);
  }

  private boolean isStop(Sentence s, int i) {
    int length = lexicon.phrases().at("stop", s, i);
    if (length == 0 || lexicon.phrases().at("not stop", s, i) >= length) {
      return false;
    }
    if (length > 1 && s.word(i).equals("stop") && lexicon.is("being", s.word(i + length))) {
      // "stop, that is hot", without a mark
      return true;
    }
    String next = s.word(i + length);
    boolean own = next.endsWith("ing") && lexicon.baseOfGerund(next).isPresent();
    return next.isEmpty()
        || own
        || lexicon.phrases().at("stop tail", s, i + length) > 0
        || lexicon.phrases().at("stop", s, i + length) > 0;
  }
}
