package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Reads whose a thing is, said alone: "Lucy's coat, not Lucy's, Emma's". Pure. */
final class Owners {
  private Owners() {}

  /** Whether an owner is named here, and nothing that is owned. */
  static boolean isAlone(Sentence s, int i) {
    return s.word(i).endsWith("'s") && s.isBoundary(i + 1);
  }

  /** Whether the owner that is named here is the one of a thing of the deed. */
  static boolean isOf(Sentence s, int i, Draft deed) {
    return isAlone(s, i)
        && (owns(deed.object, s.word(i))
            || deed.places.stream()
                .anyMatch(place -> place.landmark().determiner().equals(s.word(i))));
  }

  /** Gives what somebody owns to the one who is named here; tells whether there is such a thing. */
  static boolean pass(Sentence s, int i, Draft deed) {
    if (!isAlone(s, i)) {
      return false;
    }
    if (deed.object.filter(Owners::isOwned).isPresent()) {
      deed.object = deed.object.map(thing -> thing.withDeterminer(s.word(i)));
      deed.repaired = true;
      return true;
    }
    for (int k = 0; k < deed.places.size(); k++) {
      Place place = deed.places.get(k);
      boolean home = place.landmark().head().endsWith("'s");
      if (home || isOwned(place.landmark())) {
        NounPhrase thing =
            home ? NounPhrase.noun(s.word(i)) : place.landmark().withDeterminer(s.word(i));
        deed.places.set(k, new Place(place.preposition(), thing));
        deed.repaired = true;
        return true;
      }
    }
    return false;
  }

  private static boolean owns(Optional<NounPhrase> thing, String owner) {
    return thing.filter(named -> named.determiner().equals(owner)).isPresent();
  }

  private static boolean isOwned(NounPhrase thing) {
    return thing.determiner().endsWith("'s");
  }
}
