package dev.creature.actors.intent.grammar;

import java.util.Optional;

/**
 * Tells requests with a verb of the field that no body can meet, but a telephone may: ratings,
 * works of art by their name, the nearest shop. Pure.
 */
final class OtherServices {
  private final Lexicon lexicon;

  OtherServices(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Whether somebody asks for such a thing. */
  boolean means(Draft d, Slots slots) {
    return isRating(d, slots) || isWork(d, slots) || isInTown(d, slots) || isAnybody(d, slots);
  }

  /** "give this textbook 3 stars", "give the book four out of six". */
  private boolean isRating(Draft d, Slots slots) {
    boolean stars =
        slots
            .object
            .filter(object ->
                lexicon.is("rating", object.head())
                    && (!object.count().isEmpty()
                        || object.words().stream().anyMatch(lexicon::isNumber)))
            .isPresent();
    boolean outOf = slots.source.filter(source -> lexicon.isNumber(source.head())).isPresent();
    return d.verb.frame() == Frame.TRANSFER && (stars || outOf);
  }

  /** "find the album Blue", "search for a painting of the sea". */
  private boolean isWork(Draft d, Slots slots) {
    boolean sought = d.verb.frame() == Frame.SEARCH || d.verb.head().equals("get");
    return sought
        && slots
            .object
            .filter(object -> !object.pronoun())
            .filter(object -> {
              boolean named =
                  object.words().size() > 1
                      && lexicon.is("work", object.words().getFirst())
                      && !lexicon.isPhysical(object.head());
              boolean depicts =
                  object.of().isPresent()
                      && lexicon.is("work", object.head())
                      && !object.definite();
              return named || depicts;
            })
            .isPresent();
  }

  /** "find the nearest coffee shop", "take me to a hospital". */
  private boolean isInTown(Draft d, Slots slots) {
    boolean leads =
        switch (d.verb.frame()) {
          case SEARCH, PERSON, TAKE, TRANSFER -> true;
          default -> false;
        };
    return leads && (isInTown(slots.object) || isInTown(slots.target));
  }

  private boolean isInTown(Optional<NounPhrase> phrase) {
    return phrase
        .filter(place ->
            place.words().stream().anyMatch(word -> lexicon.is("town", word))
                || (lexicon.is("nearness", place.words().getFirst())
                    && !lexicon.isListedPhysical(place.head())))
        .isPresent();
  }

  /** "find someone to repair my car" */
  private static boolean isAnybody(Draft d, Slots slots) {
    return d.verb.frame() == Frame.SEARCH
        && d.places.isEmpty()
        && slots
            .object
            .filter(who -> who.head().equals("someone") || who.head().equals("somebody"))
            .isPresent();
  }
}
