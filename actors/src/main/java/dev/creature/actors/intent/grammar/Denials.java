package dev.creature.actors.intent.grammar;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what is said behind a request of what was named in it: "that's not Julia", "it isn't in the
 * cellar", "we're out of juice". The same verb said then anew means the same deed. Pure.
 */
final class Denials {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Denials(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  /** Notes that something that the last deed names cannot be meant, or cannot be had. */
  void note(Sentence s, int from, int end, Drafts drafts) {
    if (!drafts.isEmpty()) {
      drafts.last().repaired |= denies(s, from, end, drafts.last());
    }
  }

  private boolean denies(Sentence s, int from, int end, Draft last) {
    return lexicon.phrases().within("unavailable", s, from, end) || isNot(s, from, last);
  }

  private boolean isNot(Sentence s, int from, Draft last) {
    boolean points =
        lexicon.is("demonstrative", s.word(from))
            || (lexicon.is("subject", s.word(from)) && !s.word(from).equals("you"));
    boolean not = lexicon.is("being", s.word(from + 1)) && s.word(from + 2).equals("not");
    if (!points || !not) {
      return false;
    }
    Optional<NounPhrase> denied =
        phrases
            .place(s, from + 3)
            .map(read -> read.value().landmark())
            .or(() -> phrases.noun(s, from + 3).map(Span::value));
    return denied.filter(phrase -> names(last, phrase)).isPresent();
  }

  private static boolean names(Draft last, NounPhrase phrase) {
    return Alignment.isOne(phrase)
        || Stream.of(
                last.object.stream(),
                last.recipient.stream(),
                last.places.stream().map(Place::landmark))
            .flatMap(named -> named)
            .anyMatch(named -> named.head().equals(phrase.head()));
  }
}
