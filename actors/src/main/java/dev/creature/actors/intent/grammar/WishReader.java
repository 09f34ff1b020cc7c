package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Reads wishes for a thing, and for where it shall be: "could I have the blanket", "I want the
 * pillows on the bed". Pure.
 */
final class WishReader {
  private final Lexicon lexicon;
  private final ClauseReader clauses;

  WishReader(Lexicon lexicon, ClauseReader clauses) {
    this.lexicon = lexicon;
    this.clauses = clauses;
  }

  /** "could I have the blanket from the armchair": it shall be brought. */
  Optional<Span<Draft>> wish(Sentence s, int from) {
    int length = lexicon.phrases().at("wish", s, from);
    if (length == 0) {
      return Optional.empty();
    }
    Draft draft = new Draft(lexicon.verb("bring").orElseThrow());
    int end = clauses.slots(s, from + length, draft);
    boolean asks =
        s.word(from).equals("can") || s.word(from).equals("could") || s.word(from).equals("may");
    boolean comes = draft.places.stream().anyMatch(this::holds);
    if (!s.isBoundary(end) && !s.word(end).equals("and") && !s.word(end).equals("please")) {
      return Optional.empty();
    }
    Optional<NounPhrase> thing = draft.object.filter(this::isPortable);
    boolean lets = s.word(from).equals("let");
    boolean now =
        ((asks || lets) && thing.filter(NounPhrase::definite).isPresent())
            || (asks
                && thing
                    .filter(noun -> lexicon.names("food", noun.head()) || noun.of().isPresent())
                    .isPresent());
    boolean elsewhere =
        draft.places.stream().anyMatch(place -> !holds(place) && !place.begins("with"));
    if (thing.filter(NounPhrase::definite).isPresent() && !asks && !lets && goes(draft)) {
      Verb verb = lexicon.verb(draft.places.getLast().isSource() ? "take" : "put").orElseThrow();
      draft.verb = verb;
      return Optional.of(new Span<>(draft, end));
    }
    if (thing.isEmpty() || elsewhere || !draft.recipient.isEmpty() || !(comes || now)) {
      return Optional.empty();
    }
    draft.recipient = Optional.of(NounPhrase.pronoun("me"));
    return Optional.of(new Span<>(draft, end));
  }

  private boolean isPortable(NounPhrase noun) {
    return !noun.pronoun()
        && lexicon.isThing(noun.head())
        && !lexicon.names("room", noun.head())
        && !lexicon.names("person", noun.head())
        && !lexicon.isAbstract(noun.head())
        && !noun.words().contains("new");
  }

  private boolean holds(Place place) {
    return place.isSource()
        && (lexicon.names("place", place.landmark().head())
            || lexicon.names("room", place.landmark().head())
            || lexicon.names("item", place.landmark().head()));
  }

  /** "I want the pillows on the bed", "I'd like these boxes out of the hallway". */
  private boolean goes(Draft draft) {
    return draft.places.size() == 1
        && draft.recipient.isEmpty()
        && (draft.places.getFirst().begins("out")
            || draft.places.getFirst().begins("off")
            || draft.places.getFirst().isLocation())
        && !draft.places.getFirst().begins("by")
        && draft.places.getFirst().landmark().definite()
        && lexicon.isPhysical(draft.places.getFirst().landmark().head())
        && !lexicon.names("person", draft.places.getFirst().landmark().head());
  }
}
