package dev.creature.actors.intent.grammar;

import dev.creature.actors.task.PhysicalTask;
import java.util.List;
import java.util.Optional;

/** Decides which words of a clause are object, target and source. Pure. */
final class Assembly {
  private final Lexicon lexicon;
  private final Handling handling;

  Assembly(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.handling = new Handling(lexicon);
  }

  Slots slots(Draft d) {
    Slots slots = new Slots();
    slots.arguments.putAll(d.arguments);
    slots.object = d.object;
    List<Place> places = d.places;
    slots.source = places.stream().filter(Place::isSource).findFirst().map(Place::landmark);
    places.stream()
        .filter(Place::isWay)
        .findFirst()
        .ifPresent(
            way -> slots.arguments.put("way", way.preposition() + " " + way.landmark().text()));
    places.stream()
        .filter(place -> place.begins("with"))
        .findFirst()
        .ifPresent(with -> slots.arguments.put("with", with.landmark().text()));
    Optional<Place> goal = places.stream().filter(Place::isGoal).findFirst();
    List<Place> locations = places.stream().filter(Place::isLocation).toList();
    Optional<NounPhrase> beneficiary =
        places.stream()
            .filter(place -> place.begins("for"))
            .map(Place::landmark)
            .filter(who ->
                lexicon.names("person", who.head()) || lexicon.is("title", who.words().getFirst()))
            .findFirst();
    switch (d.verb.frame()) {
      case MOTION, TURN -> motion(d, slots, goal, locations);
      case MOVE, RETURN -> {
        if (d.object.isPresent()) {
          handling.transfer(d, slots, goal, locations);
        } else {
          motion(d, slots, goal, locations);
        }
      }
      case ENTER -> {
        slots.target = d.object;
        slots.object = d.verb.base().equals("face") ? d.object : Optional.empty();
        motion(d, slots, goal, locations);
      }
      case PERSON -> {
        goal.ifPresent(place -> slots.target(place));
        if (goal.isEmpty() && d.verb.base().equals("follow")) {
          // Who is followed is both what the deed is about and where it goes.
          slots.target = slots.object;
        }
        if (d.verb.base().equals("meet") && slots.target.isEmpty() && !locations.isEmpty()) {
          slots.target(locations.getFirst());
        } else {
          slots.where(locations);
        }
      }
      case TRANSFER -> handling.transfer(d, slots, goal, locations);
      case TAKE -> handling.take(d, slots, goal, locations, beneficiary);
      case PLACE, LEAVE -> handling.put(d, slots, goal, locations);
      case ACT, SWITCH, CHORE -> {
        handling.act(d, slots, goal, locations);
        if (slots.target.isEmpty() && d.verb.frame() != Frame.SWITCH) {
          // "peel a clementine for Jake"
          slots.target = beneficiary.filter(who -> !who.pronoun());
        }
      }
      case SEARCH -> search(d, slots, locations, places);
      case LOOK -> look(d, slots, goal, locations);
      case INSPECT -> inspect(slots, places, locations);
      case GESTURE -> {
        Optional<Place> at = goal.isPresent() ? goal : locations.stream().findFirst();
        at.ifPresent(place -> slots.target(place));
        if (d.verb.base().equals("look around") && slots.object.isPresent()) {
          slots.target = slots.object;
          slots.object = Optional.empty();
          slots.arguments.put("relation", "around");
        }
        if (at.isEmpty() && d.verb.hasParticle()) {
          // "shake hands with the guest"
          places.stream()
              .filter(place -> place.begins("with"))
              .findFirst()
              .ifPresent(with -> slots.target = Optional.of(with.landmark()));
        }
      }
    }
    d.direction.ifPresent(direction -> {
      slots.arguments.put("direction", direction);
      if (slots.target.isEmpty() && takesDirection(d, direction)) {
        slots.target = Optional.of(NounPhrase.noun(direction));
      }
    });
    slots.object.ifPresent(object -> slots.describe(object));
    slots.owner("targetDeterminer", slots.target);
    slots.owner("sourceDeterminer", slots.source);
    beneficiary.ifPresent(who -> slots.arguments.putIfAbsent("person", who.text()));
    return slots;
  }

  private boolean takesDirection(Draft d, String direction) {
    return switch (d.verb.frame()) {
      case MOTION, MOVE, TURN, RETURN, ENTER, TRANSFER, TAKE, PLACE, PERSON, LOOK -> true;
      case GESTURE -> !direction.equals("up") && !direction.equals("down");
      case LEAVE, SEARCH -> lexicon.is("place-adverb", direction);
      case ACT, SWITCH, CHORE, INSPECT -> false;
    };
  }

  private void motion(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    Optional<Place> at = goal.isPresent() ? goal : locations.stream().findFirst();
    if (slots.target.isEmpty()) {
      at.ifPresent(place -> slots.target(place));
    }
    if (slots.target.isEmpty()) {
      d.places.stream().filter(Place::isWay).findFirst().ifPresent(way -> slots.target(way));
    }
    boolean runs =
        d.verb.base().equals("run")
            && d.object.filter(object -> lexicon.names("device", object.head())).isPresent();
    if (slots.target.isEmpty() && d.object.isPresent() && d.verb.frame() == Frame.MOTION && !runs) {
      // "go kitchen", as a recogniser may give it
      slots.target = d.object;
      slots.object = Optional.empty();
    }
    if (goal.isPresent() && !locations.isEmpty()) {
      slots.arguments.put("targetWhere", Slots.text(locations.getFirst()));
    } else if (locations.size() > 1) {
      slots.arguments.put("targetWhere", Slots.text(locations.get(1)));
    }
    if (slots.target.isEmpty() && slots.source.isPresent() && d.verb.base().equals("get back")) {
      slots.arguments.put("direction", "away");
    }
  }

  private void search(Draft d, Slots slots, List<Place> locations, List<Place> places) {
    Optional<Place> sought =
        places.stream()
            .filter(place -> place.begins("for") && !place.landmark().pronoun())
            .findFirst();
    if (sought.isPresent() && d.verb.base().equals("search")) {
      slots.target = slots.object;
      slots.object = Optional.of(sought.get().landmark());
    }
    if (slots.target.isEmpty() && !locations.isEmpty()) {
      slots.target(locations.getFirst());
    }
    if (slots.object.isEmpty() && d.verb.base().equals("search") && !locations.isEmpty()) {
      slots.object = Optional.empty();
    }
    if (slots.target.isEmpty()) {
      d.places.stream()
          .filter(p -> p.isSource())
          .findFirst()
          .ifPresent(p -> slots.source = Optional.of(p.landmark()));
    }
    d.recipient.ifPresent(who -> slots.arguments.put("person", who.text()));
  }

  private static void look(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    if (d.object.isPresent() && d.verb.hasParticle()) {
      // What is looked at is both what the deed is about and where the gaze goes.
      slots.target = d.object;
      Optional<Place> light = light(d.places);
      light.ifPresentOrElse(place -> slots.target(place), () -> slots.where(locations));
      return;
    }
    Optional<Place> at = goal.isPresent() ? goal : locations.stream().findFirst();
    at.ifPresent(place -> slots.target(place));
  }

  private static void inspect(Slots slots, List<Place> places, List<Place> locations) {
    Optional<Place> light = light(places);
    light.ifPresentOrElse(place -> slots.target(place), () -> slots.where(locations));
  }

  private static Optional<Place> light(List<Place> places) {
    return places.stream()
        .filter(place ->
            place.preposition().contains("light") || place.begins("under") || place.begins("by"))
        .findFirst();
  }

  /** The task that the slots make. */
  static PhysicalTask task(Verb verb, Slots slots) {
    String base = verb.base().equals("look at") ? "look" : verb.base();
    return new PhysicalTask(
        base,
        slots.object.map(NounPhrase::text),
        slots.target.map(NounPhrase::text),
        slots.source.map(NounPhrase::text),
        slots.arguments);
  }
}
