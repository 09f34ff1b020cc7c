package dev.creature.actors.intent.grammar;

import java.util.Optional;

/** Puts what was said without a verb in the place of what it resembles: a room replaces a room. */
final class Correction {
  private final Lexicon words;
  private final Alignment alignment;

  Correction(Lexicon words) {
    this.words = words;
    this.alignment = new Alignment(words);
  }

  /** Words without a verb that replace a slot of the last draft. */
  void apply(Draft last, Draft said) {
    boolean number = said.object.filter(phrase -> isNumber(phrase)).isPresent();
    boolean label = number || said.object.filter(this::isLabel).isPresent();
    if (label && renumbered(last, said.object.orElseThrow().head())) {
      return;
    }
    if (said.object.filter(side -> turned(last, side)).isPresent()) {
      last.repaired = true;
      return;
    }
    String side = said.arguments.getOrDefault("side", "");
    boolean beside = !side.isEmpty() && !last.arguments.containsKey("side");
    if (beside && turned(last, NounPhrase.noun(side))) {
      // "to the left of the sofa, no, to the right"
      said.arguments.remove("side");
    }
    String distance = last.arguments.getOrDefault("distance", "");
    if (number && last.object.isEmpty() && distance.contains(" ")) {
      // "two steps back, no, three"
      last.arguments.put(
          "distance", said.object.orElseThrow().head() + distance.substring(distance.indexOf(' ')));
    } else if (number && last.object.isPresent()) {
      String count = said.object.orElseThrow().head();
      last.object = last.object.map(phrase -> phrase.withCount(count));
    } else {
      said.object.ifPresent(phrase -> replace(last, phrase));
    }
    if (said.recipient.isPresent()) {
      last.recipient = said.recipient;
    }
    for (Place named : said.places) {
      if (last.recipient.isPresent() && isAddressee(named)) {
        last.recipient = Optional.of(named.landmark());
        continue;
      }
      Place spoken = addressed(pointed(named, last), last);
      if (last.verb.base().endsWith(" " + spoken.preposition()) && last.object.isPresent()) {
        // "check on the twins, sorry, on the hamster"
        replace(last, spoken.landmark());
        continue;
      }
      // Behind a new thing, a place says where that is.
      if (said.object.isPresent() && last.last == Draft.Last.PLACE && spoken.isLocation()) {
        last.places.add(spoken);
      } else {
        replace(last, spoken);
      }
    }
    said.direction.ifPresent(last::setDirection);
    last.arguments.putAll(said.arguments);
    last.mentioned.addAll(said.mentioned);
    last.broken = false;
    last.ruledOut = Optional.empty();
    last.repaired = true;
  }

  /** "to the left, no, the right" */
  private boolean turned(Draft last, NounPhrase phrase) {
    boolean opposite = phrase.words().getFirst().equals("other") && words.is("way", phrase.head());
    String way = last.direction.orElse(last.arguments.getOrDefault("side", ""));
    String side = opposite ? (way.equals("left") ? "right" : "left") : phrase.head();
    boolean more = phrase.words().size() > 1 && !opposite;
    if (more || phrase.of().isPresent() || !ClauseReader.isSide(side)) {
      return false;
    }
    String other = side.equals("left") ? "right" : "left";
    if (last.direction.filter(other::equals).isPresent()) {
      last.setDirection(side);
      return true;
    }
    if (last.arguments.containsKey("side")) {
      last.arguments.put("side", side);
      return true;
    }
    if (last.object.filter(old -> old.words().indexOf(other) == 0).isPresent()) {
      // "the right path, no, the left"
      last.object = last.object.map(phrase::withNoun);
      return true;
    }
    Optional<Place> beside =
        last.places.stream().filter(place -> place.preposition().contains(other)).findFirst();
    beside.ifPresent(place ->
        last.places.set(
            last.places.indexOf(place),
            new Place(place.preposition().replace(other, side), place.landmark())));
    return beside.isPresent();
  }

  /** "on the table, no, under it": under the table. */
  private static Place pointed(Place spoken, Draft last) {
    boolean it =
        switch (spoken.landmark().head()) {
          case "it", "them", "that", "those" -> spoken.landmark().pronoun();
          default -> false;
        };
    boolean named = !last.places.isEmpty() && !last.places.getLast().landmark().pronoun();
    return it && named && !spoken.begins("with") && !spoken.preposition().equals("to")
        ? new Place(spoken.preposition(), last.places.getLast().landmark())
        : spoken;
  }

  /** "give it to Ann. It's for Ben": who gets it, by another preposition. */
  private Place addressed(Place spoken, Draft last) {
    boolean somebody = isAddressee(spoken);
    return last.places.stream()
        .filter(place -> somebody && place.isGoal() && alignment.isSomebody(place.landmark()))
        .findFirst()
        .map(place -> new Place(place.preposition(), spoken.landmark()))
        .orElse(spoken);
  }

  private boolean isAddressee(Place place) {
    return place.begins("for") && alignment.isSomebody(place.landmark());
  }

  private boolean isLabel(NounPhrase phrase) {
    return phrase.words().size() == 1 && words.isLabel(phrase.head());
  }

  /** "to room eight, no, nine" */
  private static boolean renumbered(Draft last, String number) {
    boolean placed =
        last.last == Draft.Last.PLACE && !last.places.getLast().landmark().number().isEmpty();
    boolean named = last.object.filter(it -> !it.number().isEmpty()).isPresent();
    if (placed) {
      Place old = last.places.removeLast();
      last.add(new Place(old.preposition(), old.landmark().withNumber(number)));
    } else if (named) {
      last.object = last.object.map(it -> it.withNumber(number));
    }
    last.repaired |= placed || named;
    return placed || named;
  }

  /** "make that two". */
  private boolean isNumber(NounPhrase phrase) {
    return phrase.words().size() == 1
        && phrase.of().isEmpty()
        && !phrase.head().equals("one")
        && words.isNumber(phrase.head());
  }

  private void replace(Draft last, NounPhrase phrase) {
    switch (alignment.slot(last, phrase)) {
      case OBJECT -> {
        boolean recoloured = alignment.isRecoloured(last, phrase);
        last.setObject(last.object.map(old -> renamed(old, phrase, recoloured)).orElse(phrase));
      }
      case RECIPIENT -> last.recipient = Optional.of(phrase);
      case LANDMARK -> {
        Place old = last.places.removeLast();
        last.add(new Place(old.preposition(), renamed(old.landmark(), phrase, false)));
      }
    }
  }

  /**
   * "the red one" is a cup behind "the cup"; "two cups" behind "a cup of milk" are of milk, too.
   */
  private NounPhrase renamed(NounPhrase old, NounPhrase phrase, boolean recoloured) {
    if (Alignment.isOne(phrase)) {
      return phrase.withHead(old);
    }
    if (alignment.isElliptic(phrase) || recoloured) {
      return phrase.withNoun(old);
    }
    boolean part =
        old.of().isPresent()
            && phrase.of().isEmpty()
            && (old.of().get().head().equals(phrase.head())
                || (phrase.determiner().isEmpty()
                    && !phrase.definite()
                    && phrase.count().isEmpty()
                    && !words.isNumber(phrase.head())
                    && !Alignment.singular(old.head()).equals(Alignment.singular(phrase.head()))));
    if (part) {
      // "a cup of tea, no, coffee"
      return new NounPhrase(
          old.determiner(),
          old.count(),
          old.words(),
          Optional.of(phrase),
          old.also(),
          false,
          old.definite(),
          old.number());
    }
    boolean again =
        Alignment.singular(old.head()).equals(Alignment.singular(phrase.head()))
            && phrase.of().isEmpty()
            && phrase.also().isEmpty();
    return again
        ? new NounPhrase(
            phrase.determiner(),
            phrase.count(),
            phrase.words(),
            old.of(),
            phrase.also(),
            false,
            phrase.definite(),
            phrase.number())
        : phrase;
  }

  private static void replace(Draft last, Place said) {
    // "at the back door, no, at the front one"
    boolean one = Alignment.isOne(said.landmark()) && !last.places.isEmpty();
    Place spoken =
        one
            ? new Place(
                said.preposition(), said.landmark().withHead(last.places.getLast().landmark()))
            : said;
    for (int i = 0; i < last.places.size(); i++) {
      if (last.places.get(i).preposition().equals(spoken.preposition())) {
        last.places.set(i, spoken);
        last.last = Draft.Last.PLACE;
        return;
      }
    }
    for (int i = 0; i < last.places.size(); i++) {
      Place old = last.places.get(i);
      boolean same =
          old.isSource() == spoken.isSource()
              && old.begins("with") == spoken.begins("with")
              && old.begins("for") == spoken.begins("for");
      if (same) {
        last.places.set(i, spoken);
        last.last = Draft.Last.PLACE;
        return;
      }
    }
    last.recipient = spoken.isGoal() ? Optional.empty() : last.recipient;
    last.add(spoken);
  }
}
