package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Tells where a speaker begins to explain: "the raincoat, it's pouring", "the hall, the cousins are
 * coming". Pure.
 */
final class Comments {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Comments(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** Whether a statement begins here: somebody or something, and what it is or does. */
  boolean starts(Sentence s, int i) {
    String word = s.word(i);
    if (word.isEmpty() || lexicon.phrases().at("request", s, i) > 1) {
      return false;
    }
    if (lexicon.is("subordinate", word)) {
      return states(s, i + 1);
    }
    return states(s, i);
  }

  private boolean states(Sentence s, int i) {
    String word = s.word(i);
    String next = s.word(i + 1);
    if (next.isEmpty()) {
      return false;
    }
    if (lexicon.is("subject", word) || lexicon.is("demonstrative", word)) {
      return lexicon.is("subject", word) || isFinite(next);
    }
    if (word.endsWith("'s") && !lexicon.isKnownNoun(next) && !lexicon.isThing(next)) {
      // "Emma's allergic"
      return true;
    }
    Optional<Span<NounPhrase>> somebody = phrases.single(s, i);
    return somebody.isPresent()
        && !somebody.get().value().pronoun()
        && (isFinite(s.word(somebody.get().end())) || isTold(somebody.get().value()));
  }

  /** "the baby's asleep" is read as somebody's thing. */
  boolean isTold(NounPhrase phrase) {
    boolean owner =
        phrase.determiner().endsWith("'s")
            || phrase.words().stream().anyMatch(word -> word.endsWith("'s"));
    return owner && !lexicon.isKnownNoun(phrase.head()) && !lexicon.isThing(phrase.head());
  }

  private boolean isFinite(String word) {
    return lexicon.is("auxiliary", word) || lexicon.is("irregular", word);
  }
}
