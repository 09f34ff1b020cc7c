package dev.creature.actors.intent.grammar;

import java.util.stream.Stream;

/** Tells that somebody else does what was asked for: "Carla has got it", "let Ben do it". Pure. */
final class Substitutes {
  private final Lexicon lexicon;
  private final PhraseReader phrases;
  private final Comments comments;
  private final Leavings leavings;

  Substitutes(Lexicon lexicon, PhraseReader phrases, Comments comments, Leavings leavings) {
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.comments = comments;
    this.leavings = leavings;
  }

  /** "Carla has got it", "the kids are doing it themselves": somebody else does it. */
  boolean isTakenOver(Sentence s, int start) {
    int from = delegated(s, start);
    boolean named = lexicon.names("person", s.word(from));
    boolean helped = lexicon.is("auxiliary", s.word(from + 1)) || from > start;
    boolean has = s.word(from).endsWith("'s") || (named && helped);
    boolean one = has || (lexicon.is("subject", s.word(from)) && !s.word(from).equals("you"));
    int i =
        one
            ? from + 1
            : phrases
                .single(s, from)
                .filter(read -> lexicon.names("person", read.value().head()))
                .map(Span::end)
                .orElse(from);
    if (i == from) {
      return false;
    }
    while ((lexicon.is("auxiliary", s.word(i))
            && !s.word(i).equals("not")
            && !leavings.isDealing(s, i))
        || (from > start && s.word(i).equals("to"))
        || lexicon.is("adverb", s.word(i))) {
      i++;
    }
    if (!leavings.isDealing(s, i)) {
      return false;
    }
    i += Withdrawals.pointsTo(s.word(i + 1)) ? 2 : 3;
    while (s.word(i).endsWith("self")
        || s.word(i).endsWith("selves")
        || lexicon.is("adverb", s.word(i))) {
      i++;
    }
    return pointsWithin(s, from, i) && comments.isLast(s, i);
  }

  /** Whether somebody else is named than the speaker, and than whom the deed is for. */
  boolean isAnother(Sentence s, int i, Draft last) {
    return !isNamedIn(s, i, last) && (!Withdrawals.isSelf(s, i) || delegated(s, i) > i);
  }

  /** "I'll ask Ben to do it": where the one begins who is to do it. */
  private int delegated(Sentence s, int from) {
    boolean asks =
        Withdrawals.isSelf(s, from)
            && (s.word(from + 1).equals("will") || s.word(from + 1).equals("can"))
            && lexicon.is("delegating", s.word(from + 2));
    return asks ? from + 3 : from;
  }

  /** "Give Ben the hammer. Ben can do it." says why. */
  private boolean isNamedIn(Sentence s, int from, Draft last) {
    boolean points = lexicon.is("subject", s.word(from));
    return Stream.of(
            last.recipient.stream(),
            last.object.stream(),
            last.places.stream().map(Place::landmark))
        .flatMap(all -> all)
        .anyMatch(who ->
            who.head().equals(s.word(from))
                || (points && lexicon.names("person", who.head()) && !who.pronoun()));
  }

  private static boolean pointsWithin(Sentence s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Withdrawals.pointsTo(s.word(i))) {
        return true;
      }
    }
    return false;
  }
}
