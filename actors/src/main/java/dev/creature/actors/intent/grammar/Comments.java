package dev.creature.actors.intent.grammar;

import java.util.Optional;
import java.util.stream.Stream;

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
    if (somebody.isEmpty() || somebody.get().value().pronoun()) {
      return false;
    }
    int verb = somebody.get().end();
    while (lexicon.is("adverb", s.word(verb)) && s.at(verb + 1).isWord()) {
      verb++;
    }
    return isFinite(s.word(verb)) || isTold(somebody.get().value());
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

  /** Whether nothing is said behind but thanks and the like. */
  boolean isLast(Sentence s, int from) {
    int i = from;
    while (!s.at(i).equals(Token.NONE)) {
      int at = i;
      int length =
          Stream.of("opening", "filler", "cancel", "time", "past time")
              .mapToInt(list -> lexicon.phrases().at(list, s, at))
              .max()
              .orElse(0);
      if (s.at(i).isWord() && length == 0) {
        return false;
      }
      i += Math.max(1, length);
    }
    return true;
  }

  /** Behind a statement: at a mark, or where something is asked for. */
  int end(Sentence s, int from) {
    int i = from + 2;
    while (s.at(i).isWord()
        && !(lexicon.startsVerb(s.word(i))
            && !lexicon.is("auxiliary", s.word(i - 1))
            && phrases.determines(s.word(i + 1)))) {
      i++;
    }
    return i;
  }
}
