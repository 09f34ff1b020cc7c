package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Reads whole utterances that name a deed as the title of a task does: "putting the plate in the
 * sink", "turning on the lamp". They may as well tell what somebody does, so they are doubted.
 * Pure.
 */
final class Titles {
  private final Lexicon lexicon;
  private final ClauseReader clauses;

  Titles(Lexicon lexicon, ClauseReader clauses) {
    this.lexicon = lexicon;
    this.clauses = clauses;
  }

  /** A deed at the beginning of an utterance, up to a mark or "and". */
  Optional<Span<Draft>> title(Sentence s, int from) {
    if (!s.at(from - 1).equals(Token.NONE) || lexicon.baseOfGerund(s.word(from)).isEmpty()) {
      return Optional.empty();
    }
    return clauses.read(s, from, true).filter(read -> isTitle(s, read)).map(Titles::doubted);
  }

  private static boolean isTitle(Sentence s, Span<Draft> read) {
    Draft d = read.value();
    int end = read.end();
    boolean handles =
        switch (d.verb.frame()) {
          case PLACE, MOVE, TRANSFER, TAKE, RETURN -> !d.places.isEmpty();
          case SWITCH -> true;
          default -> false;
        };
    boolean ends = s.isBoundary(end) || s.word(end).equals("and") || s.word(end).equals("while");
    return handles
        && ends
        && s.at(end).kind() != Token.Kind.QUESTION
        && d.object.filter(object -> !object.pronoun()).isPresent();
  }

  private static Span<Draft> doubted(Span<Draft> read) {
    Verb verb = read.value().verb;
    read.value().verb =
        new Verb(verb.base(), verb.frame(), Verb.Evidence.DOUBTED, verb.reversibility());
    return read;
  }
}
