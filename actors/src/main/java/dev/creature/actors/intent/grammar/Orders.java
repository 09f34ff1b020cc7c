package dev.creature.actors.intent.grammar;

/** Tells an imperative in the middle of a sentence. Pure. */
final class Orders {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Orders(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** "only throw away the wrapper" */
  boolean isOnly(Sentence s, int i) {
    int object = lexicon.is("particle", s.word(i + 1)) ? i + 2 : i + 1;
    return lexicon.startsVerb(s.word(i))
        && phrases.startsClause(s, i)
        && phrases.determines(s.word(object));
  }

  /** "…, so bring four chairs": with a thing that was named before. */
  boolean isOfNamed(Sentence s, int i) {
    if (!lexicon.startsVerb(s.word(i)) || !phrases.startsClause(s, i)) {
      return false;
    }
    boolean receiver = lexicon.is("pronoun", s.word(i + 1)) && s.at(i + 2).isWord();
    String head =
        phrases
            .noun(s, receiver ? i + 2 : i + 1)
            .map(Span::value)
            .filter(thing -> !thing.pronoun())
            .map(thing -> Alignment.singular(thing.head()))
            .orElse("");
    for (int k = 0; k < i && !head.isEmpty(); k++) {
      if (Alignment.singular(s.word(k)).equals(head)) {
        return true;
      }
    }
    return false;
  }

  /** An imperative with a definite thing; but what may be a past form tells. */
  boolean isOrder(Sentence s, int i) {
    boolean tells =
        switch (s.word(i)) {
          case "put", "set", "cut", "shut", "let", "hit", "spread", "rid", "like" -> true;
          default -> false;
        };
    return !tells
        && lexicon.startsVerb(s.word(i))
        && phrases.startsClause(s, i)
        && phrases
            .noun(s, i + 1)
            .filter(read -> !read.value().pronoun())
            .or(() -> phrases.noun(s, i + 2))
            .filter(read -> read.value().definite() && lexicon.isThing(read.value().head()))
            .isPresent();
  }
}
