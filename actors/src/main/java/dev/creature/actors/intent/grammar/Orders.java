package dev.creature.actors.intent.grammar;

/** Tells an imperative in the middle of a sentence. Pure. */
final class Orders {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Orders(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
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
