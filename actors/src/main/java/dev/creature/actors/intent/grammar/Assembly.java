package dev.creature.actors.intent.grammar;

import dev.creature.actors.task.PhysicalTask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Decides which words of a clause are object, target and source. Pure. */
final class Assembly {
  private static final Set<String> THERMAL =
      Set.of(
          "heat",
          "cook",
          "warm",
          "chill",
          "cool",
          "freeze",
          "microwave",
          "bake",
          "toast",
          "boil",
          "fry",
          "reheat",
          "refrigerate",
          "defrost");
  private static final Set<String> BRINGS =
      Set.of(
          "bring",
          "carry",
          "deliver",
          "push",
          "pull",
          "move",
          "drag",
          "haul",
          "transport",
          "return",
          "drop",
          "serve");

  private final Lexicon lexicon;

  Assembly(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Slots of a task, before pronouns are resolved. */
  static final class Slots {
    Optional<NounPhrase> object = Optional.empty();
    Optional<NounPhrase> target = Optional.empty();
    Optional<NounPhrase> source = Optional.empty();
    final TreeMap<String, String> arguments = new TreeMap<>();
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
            .filter(who -> lexicon.names("person", who.head()))
            .findFirst();
    switch (d.verb.frame()) {
      case MOTION, TURN -> motion(d, slots, goal, locations);
      case MOVE, RETURN -> {
        if (d.object.isPresent()) {
          transfer(d, slots, goal, locations);
        } else {
          motion(d, slots, goal, locations);
        }
      }
      case ENTER -> {
        slots.target = d.object;
        slots.object = Optional.empty();
        motion(d, slots, goal, locations);
      }
      case PERSON -> {
        goal.ifPresent(place -> target(place, slots));
        if (goal.isEmpty() && d.verb.base().equals("follow")) {
          // Who is followed is both what the deed is about and where it goes.
          slots.target = slots.object;
        }
        where(locations, slots);
      }
      case TRANSFER -> transfer(d, slots, goal, locations);
      case TAKE -> take(d, slots, goal, locations, beneficiary);
      case PLACE, LEAVE -> put(d, slots, goal, locations);
      case ACT, SWITCH, CHORE -> act(d, slots, goal, locations);
      case SEARCH -> search(d, slots, locations, places);
      case LOOK -> look(d, slots, goal, locations);
      case INSPECT -> inspect(slots, places, locations);
      case GESTURE -> {
        Optional<Place> at = goal.isPresent() ? goal : locations.stream().findFirst();
        at.ifPresent(place -> target(place, slots));
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
    slots.object.ifPresent(object -> describe(object, slots));
    owner("targetDeterminer", slots.target, slots);
    owner("sourceDeterminer", slots.source, slots);
    beneficiary.ifPresent(who -> slots.arguments.putIfAbsent("person", who.text()));
    return slots;
  }

  private boolean takesDirection(Draft d, String direction) {
    return switch (d.verb.frame()) {
      case MOTION, MOVE, TURN, RETURN, ENTER, TRANSFER, TAKE, PLACE, PERSON, LOOK -> true;
      case GESTURE -> !direction.equals("up") && !direction.equals("down");
      case LEAVE -> lexicon.is("place-adverb", direction);
      case ACT, SWITCH, CHORE, SEARCH, INSPECT -> false;
    };
  }

  private void motion(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    Optional<Place> at = goal.isPresent() ? goal : locations.stream().findFirst();
    if (slots.target.isEmpty()) {
      at.ifPresent(place -> target(place, slots));
    }
    if (slots.target.isEmpty()) {
      d.places.stream().filter(Place::isWay).findFirst().ifPresent(way -> target(way, slots));
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
      slots.arguments.put("targetWhere", text(locations.getFirst()));
    } else if (locations.size() > 1) {
      slots.arguments.put("targetWhere", text(locations.get(1)));
    }
    if (slots.target.isEmpty() && slots.source.isPresent() && d.verb.base().equals("get back")) {
      slots.arguments.put("direction", "away");
    }
  }

  private void transfer(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    if (goal.isPresent()) {
      target(goal.get(), slots);
      around(d, slots, goal.get(), locations);
    } else if (d.recipient.isPresent()) {
      slots.target = d.recipient;
      where(locations, slots);
    } else if (!locations.isEmpty() && BRINGS.contains(d.verb.head())) {
      Place last =
          locations.size() > 1 && locations.getLast().begins("in")
              ? locations.getFirst()
              : locations.getLast();
      target(last, slots);
      if (locations.size() > 1) {
        slots.arguments.put(
            last.equals(locations.getFirst()) ? "targetWhere" : "where",
            text(last.equals(locations.getFirst()) ? locations.getLast() : locations.getFirst()));
      }
    } else {
      where(locations, slots);
      if (slots.object.isPresent()
          && (d.verb.head().equals("hand")
              || d.verb.head().equals("give")
              || d.verb.head().equals("pass"))) {
        slots.target =
            d.places.stream().filter(p -> p.begins("for")).map(Place::landmark).findFirst();
      }
    }
  }

  private void take(
      Draft d,
      Slots slots,
      Optional<Place> goal,
      List<Place> locations,
      Optional<NounPhrase> beneficiary) {
    if (slots.object.isEmpty() && d.verb.base().equals("let go")) {
      slots.object = d.places.stream().map(Place::landmark).findFirst();
    }
    if (goal.isPresent()) {
      target(goal.get(), slots);
      around(d, slots, goal.get(), locations);
      return;
    }
    slots.target = d.recipient.isPresent() ? d.recipient : beneficiary;
    where(locations, slots);
    boolean moved = d.verb.head().equals("take") && locations.size() > 1 && slots.target.isEmpty();
    if (moved && locations.getLast().begins("on") && locations.getFirst().begins("on")) {
      target(locations.getLast(), slots);
    }
  }

  private void put(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    boolean beside = goal.filter(Place::isSide).isPresent() && !locations.isEmpty();
    Optional<Place> into = goal.isPresent() && !beside ? goal : locations.stream().findFirst();
    boolean leaves = d.verb.frame() == Frame.LEAVE && into.isEmpty() && d.direction.isEmpty();
    if (leaves && slots.object.filter(object -> lexicon.names("room", object.head())).isPresent()) {
      slots.target = slots.object;
      slots.object = Optional.empty();
      return;
    }
    into.ifPresent(place -> {
      target(place, slots);
      if (beside) {
        slots.arguments.put("targetWhere", text(goal.orElseThrow()));
      } else if (goal.isPresent()) {
        around(d, slots, place, locations);
      } else if (locations.size() > 1) {
        slots.arguments.put("targetWhere", text(locations.get(1)));
      }
    });
    if (into.isEmpty() && d.recipient.isPresent()) {
      slots.target = d.recipient;
    }
    if (slots.object.isEmpty()) {
      slots.object = d.places.stream().filter(p -> p.begins("of")).map(Place::landmark).findFirst();
    }
  }

  private void act(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    goal.ifPresent(place -> target(place, slots));
    if (d.object.isEmpty() && cleans(d.verb) && !locations.isEmpty()) {
      target(locations.getFirst(), slots);
      return;
    }
    boolean inside =
        THERMAL.contains(d.verb.head())
            || (d.verb.frame() == Frame.ACT && goal.isEmpty() && d.verb.head().equals("water"));
    if (goal.isEmpty() && inside && !locations.isEmpty()) {
      target(locations.getFirst(), slots);
    } else if (goal.isEmpty() && locations.stream().anyMatch(this::isTopping)) {
      target(locations.stream().filter(this::isTopping).findFirst().orElseThrow(), slots);
    } else {
      where(locations, slots);
    }
    if (d.recipient.isPresent() && slots.target.isEmpty()) {
      slots.target = d.recipient;
    }
  }

  /** "grate cheese over the salad". */
  private boolean isTopping(Place place) {
    return (place.begins("over") || place.begins("on"))
        && lexicon.names("food", place.landmark().head());
  }

  /** Whether it may be said with a place alone: "vacuum under the couch". */
  static boolean cleans(Verb verb) {
    return switch (verb.head()) {
      case "vacuum", "hoover", "sweep", "mop", "dust", "clean", "wipe", "scrub" -> true;
      default -> false;
    };
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
      target(locations.getFirst(), slots);
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
      light.ifPresentOrElse(place -> target(place, slots), () -> where(locations, slots));
      return;
    }
    Optional<Place> at = goal.isPresent() ? goal : locations.stream().findFirst();
    at.ifPresent(place -> target(place, slots));
  }

  private static void inspect(Slots slots, List<Place> places, List<Place> locations) {
    Optional<Place> light = light(places);
    light.ifPresentOrElse(place -> target(place, slots), () -> where(locations, slots));
  }

  private static Optional<Place> light(List<Place> places) {
    return places.stream()
        .filter(place ->
            place.preposition().contains("light") || place.begins("under") || place.begins("by"))
        .findFirst();
  }

  private static void target(Place place, Slots slots) {
    slots.target = Optional.of(place.landmark());
    if (!place.preposition().equals("to")) {
      slots.arguments.put("relation", place.preposition());
    }
  }

  private static void around(Draft d, Slots slots, Place goal, List<Place> locations) {
    int at = d.places.indexOf(goal);
    for (Place location : locations) {
      slots.arguments.putIfAbsent(
          d.places.indexOf(location) < at ? "where" : "targetWhere", text(location));
    }
  }

  private static void where(List<Place> locations, Slots slots) {
    if (!locations.isEmpty()) {
      slots.arguments.put("where", text(locations.getFirst()));
    }
  }

  private static void owner(String argument, Optional<NounPhrase> place, Slots slots) {
    place
        .map(NounPhrase::determiner)
        .filter(determiner -> !determiner.isEmpty())
        .ifPresent(determiner -> slots.arguments.put(argument, determiner));
  }

  private static void describe(NounPhrase object, Slots slots) {
    if (!object.determiner().isEmpty()) {
      slots.arguments.put("determiner", object.determiner());
    }
    if (!object.count().isEmpty()) {
      slots.arguments.put("count", object.count());
    }
  }

  private static String text(Place place) {
    return place.preposition() + " " + place.landmark().text();
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
