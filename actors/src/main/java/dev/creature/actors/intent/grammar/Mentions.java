package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Finds what a clause speaks of without asking for it, so that "it" may mean that. Pure. */
final class Mentions {
  private final Lexicon lexicon;
  private final PhraseReader phrases;

  Mentions(Lexicon lexicon, PhraseReader phrases) {
    this.lexicon = lexicon;
    this.phrases = phrases;
  }

  void mention(Sentence s, int from, int end, Drafts drafts) {
    for (int i = from; i < end; i++) {
      boolean exists =
          s.word(i).equals("there") && (s.word(i + 1).equals("is") || s.word(i + 1).equals("are"));
      Optional<NounPhrase> there =
          exists
              ? phrases.noun(s, i + 2).flatMap(read -> physical(read.value()))
              : Optional.empty();
      if (there.isPresent()) {
        drafts.mention(there.get());
        return;
      }
    }
    Optional<NounPhrase> where = Optional.empty();
    for (int i = from; i < end; i++) {
      // A name is nothing that "it" could mean.
      boolean begins =
          phrases.determines(s.word(i))
              || (lexicon.isPhysical(s.word(i)) && !lexicon.names("person", s.word(i)));
      Optional<Span<NounPhrase>> noun = begins ? phrases.noun(s, i) : Optional.empty();
      Optional<NounPhrase> named = noun.flatMap(read -> physical(read.value()));
      boolean room =
          named
              .filter(thing ->
                  lexicon.names("room", thing.head()) || lexicon.names("person", thing.head()))
              .isPresent();
      boolean beside = i > from && s.word(i - 1).equals("of") && s.word(from).equals("to");
      if (named.isPresent() && !room && !beside) {
        drafts.mention(corrected(s, noun.get().end(), end).orElse(named.get()));
        return;
      }
      where = where.isPresent() ? where : named;
    }
    // "in the kitchen there is a mug" speaks of the mug
    where.ifPresent(drafts::mention);
  }

  /** "the broom, er, the mop": what is meant instead. */
  private Optional<NounPhrase> corrected(Sentence s, int from, int end) {
    int i = s.at(from).kind() == Token.Kind.PAUSE ? from + 1 : from;
    int repair = lexicon.phrases().at("repair", s, i);
    boolean announced = repair > 0 || s.at(from).equals(Token.HESITATION);
    int next = s.at(i + repair).kind() == Token.Kind.PAUSE ? i + repair + 1 : i + repair;
    return announced && next < end
        ? phrases.noun(s, next).flatMap(read -> physical(read.value()))
        : Optional.empty();
  }

  /** The thing that is named: in "the bottle fell" the bottle. */
  private Optional<NounPhrase> physical(NounPhrase phrase) {
    NounPhrase shorter = phrase;
    while (!lexicon.isPhysical(shorter.head()) && shorter.words().size() > 1) {
      shorter = shorter.withoutLastWord();
    }
    return Optional.of(shorter).filter(noun -> lexicon.isPhysical(noun.head()));
  }
}
