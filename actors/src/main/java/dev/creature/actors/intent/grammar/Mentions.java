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
    Optional<NounPhrase> where = Optional.empty();
    for (int i = from; i < end; i++) {
      boolean begins = phrases.determines(s.word(i)) || lexicon.isPhysical(s.word(i));
      Optional<Span<NounPhrase>> noun = begins ? phrases.noun(s, i) : Optional.empty();
      Optional<NounPhrase> named = noun.flatMap(read -> physical(read.value()));
      boolean room =
          named
              .filter(thing ->
                  lexicon.names("room", thing.head()) || lexicon.names("person", thing.head()))
              .isPresent();
      boolean beside = i > from && s.word(i - 1).equals("of") && s.word(from).equals("to");
      if (named.isPresent() && !room && !beside) {
        drafts.mention(named.get());
        return;
      }
      where = where.isPresent() ? where : named;
    }
    // "in the kitchen there is a mug" speaks of the mug
    where.ifPresent(drafts::mention);
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
