package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Reads what stands before the command it belongs to: "from the shelf, take the book", "with the
 * cup in hand, turn around", "carrying the box, go to the hall". Pure.
 */
final class FrontedReader {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final RequestReader requests;
  private final Orders orders;

  FrontedReader(Lexicon lexicon, PhraseReader phrases, RequestReader requests) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.requests = requests;
    this.orders = new Orders(lexicon, phrases);
  }

  /** A place; the command begins at the end of the span. */
  Optional<Span<Place>> place(Sentence s, int i) {
    Optional<Span<Place>> place =
        phrases
            .place(s, i)
            .filter(read ->
                !read.value().begins("to")
                    && !read.value().begins("after")
                    && !read.value().begins("before"))
            .filter(read -> lexicon.isPhysical(read.value().landmark().head()));
    if (place.isEmpty()) {
      return place;
    }
    int end = place.get().end();
    boolean paused = s.at(end).kind() == Token.Kind.PAUSE;
    boolean told =
        paused
            ? requests.asked(s, end + 1).isPresent()
            : place.get().value().landmark().definite()
                && !place.get().value().begins("with")
                && begins(s, end);
    return told
        ? Optional.of(new Span<>(place.get().value(), paused ? end + 1 : end))
        : Optional.empty();
  }

  /** Where the command begins behind what is held or used meanwhile; the same place without. */
  int held(Sentence s, int from) {
    boolean doing =
        s.word(from).endsWith("ing")
            && (lexicon.baseOfGerund(s.word(from)).isPresent() || s.word(from).equals("using"))
            && phrases.determines(s.word(from + 1));
    if (s.word(from).equals("with")) {
      Optional<Span<NounPhrase>> held = phrases.noun(s, from + 1);
      int hand = held.map(Span::end).orElse(from);
      boolean inHand =
          s.word(hand).equals("in")
              && (s.word(hand + 1).equals("hand") || s.word(hand + 2).equals("hand"));
      int end = inHand ? hand + (s.word(hand + 1).equals("hand") ? 2 : 3) : hand;
      int command = s.at(end).kind() == Token.Kind.PAUSE ? end + 1 : end;
      boolean thing =
          held.filter(it -> lexicon.isThing(it.value().head()) && !it.value().pronoun())
              .isPresent();
      return thing && begins(s, command) ? command : from;
    }
    for (int i = from + 2; doing && i < s.end(from); i++) {
      if (s.at(i).kind() == Token.Kind.PAUSE) {
        return begins(s, i + 1) ? i + 1 : from;
      }
    }
    return from;
  }

  /** "to open the jar, you need …": where what is told begins. */
  int purpose(Sentence s, int from) {
    if (phrases.determines(s.word(from + 1))) {
      // "To the grandchildren, I mean."
      return from;
    }
    for (int i = from; i < s.end(from); i++) {
      if (s.at(i).kind() == Token.Kind.PAUSE) {
        boolean told =
            lexicon.is("subject", s.word(i + 1)) && lexicon.phrases().at("request", s, i + 1) == 0;
        boolean how =
            lexicon.startsVerb(s.word(from + 1))
                && phrases.startsClause(s, i + 1)
                && requests.asked(s, i + 1).isPresent();
        return told || how ? i : from;
      }
    }
    return from;
  }

  /** How many words only lead to a clause: "and", "please", "only", "look,". */
  int opening(Sentence s, int i) {
    boolean only = s.word(i).equals("only") && orders.isOnly(s, i + 1);
    boolean look = s.word(i).equals("look") && s.at(i + 1).kind() == Token.Kind.PAUSE;
    return only || look ? 1 : Math.max(lexicon.phrases().at("opening", s, i), appeal(s, i));
  }

  /** "be a good chap and": how many words, or 0. */
  int appeal(Sentence s, int i) {
    boolean begins = s.word(i).equals("be") && lexicon.is("article", s.word(i + 1));
    for (int k = i + 3; begins && k <= i + 5; k++) {
      if (s.word(k).equals("and")) {
        return k + 1 - i;
      }
    }
    return 0;
  }

  /** Behind a word that only stands in front: "very slowly", "No, …" where nothing was asked. */
  int inFront(Sentence s, int i, Drafts drafts) {
    if (lexicon.is("degree", s.word(i)) && lexicon.is("manner", s.word(i + 1))) {
      return i + 1;
    }
    boolean no =
        s.word(i).equals("no") && drafts.isEmpty() && s.at(i + 1).kind() == Token.Kind.PAUSE;
    return no && lexicon.phrases().at("negation", s, i) <= 1 ? i + 2 : i;
  }

  private boolean begins(Sentence s, int i) {
    return lexicon.startsVerb(s.word(i))
        && phrases.startsClause(s, i)
        && requests.asked(s, i).isPresent();
  }
}
