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
    boolean helped =
        lexicon.is("auxiliary", s.word(from + 1))
            || lexicon.is("volunteering", s.word(from + 1))
            || from > start;
    boolean has = s.word(from).endsWith("'s") || (named && helped);
    boolean one = has || (lexicon.is("subject", s.word(from)) && !s.word(from).equals("you"));
    int i =
        one
            ? from + 1
            : phrases
                .single(s, from)
                .map(read -> willing(s, read))
                .filter(who -> lexicon.names("person", s.word(who - 1)))
                .orElse(from);
    if (i == from) {
      return false;
    }
    while ((lexicon.is("auxiliary", s.word(i))
            && !s.word(i).equals("not")
            && !leavings.isDealing(s, i))
        || ((from > start || lexicon.is("volunteering", s.word(i - 1))) && s.word(i).equals("to"))
        || lexicon.is("volunteering", s.word(i))
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

  /** Behind whoever is named: "the neighbour promised" is read as one noun. */
  private int willing(Sentence s, Span<NounPhrase> read) {
    int end = read.end();
    boolean says =
        lexicon.is("volunteering", s.word(end - 1)) || lexicon.is("reporting", s.word(end - 1));
    return says ? end - 1 : end;
  }

  /** "It's Ben's turn." */
  boolean isTurnOf(Sentence s, int i) {
    boolean points = Withdrawals.pointsTo(s.word(i)) && lexicon.is("being", s.word(i + 1));
    // Before what may be a verb, the tokenizer writes out "Ben is".
    int duty = s.word(i + 3).equals("is") ? i + 4 : i + 3;
    boolean owned = duty == i + 4 || s.word(i + 2).endsWith("'s");
    return points && owned && lexicon.is("duty", s.word(duty)) && comments.isLast(s, duty + 1);
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
    return asks ? from + 3 : reported(s, from);
  }

  /** "Tom says he'll do it", "I think Tom did that": where begins what is only reported. */
  private int reported(Sentence s, int from) {
    boolean told = lexicon.names("person", s.word(from)) || lexicon.is("subject", s.word(from));
    int verb =
        told
            ? from + 1
            : phrases
                .single(s, from)
                .map(read -> willing(s, read))
                .filter(who -> lexicon.names("person", s.word(who - 1)))
                .orElse(from);
    if (verb == from || !lexicon.is("reporting", s.word(verb))) {
      return from;
    }
    int claim = s.word(verb + 1).equals("that") ? verb + 2 : verb + 1;
    boolean other = lexicon.is("subject", s.word(claim)) || lexicon.names("person", s.word(claim));
    return other ? claim : from;
  }

  /** "Give Ben the hammer. Ben can do it." says why. */
  boolean isNamedIn(Sentence s, int from, Draft last) {
    boolean points = lexicon.is("subject", s.word(from));
    return Stream.of(
            last.recipient.stream(),
            last.object.stream(),
            last.places.stream().map(Place::landmark))
        .flatMap(all -> all)
        .anyMatch(who ->
            s.word(from).equals(who.head())
                || s.word(from).equals(who.head() + "'s")
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
