package dev.creature.actors.intent.grammar;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Fills the slots of what is done with a thing: handed over, taken, put, worked on. Pure. */
final class Handling {
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

  Handling(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  void transfer(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    if (goal.isPresent()) {
      slots.target(goal.get());
      slots.around(d, goal.get(), locations);
    } else if (d.recipient.isPresent()) {
      slots.target = d.recipient;
      slots.where(locations);
    } else if (!locations.isEmpty() && BRINGS.contains(d.verb.head())) {
      Place last =
          locations.size() > 1 && locations.getLast().begins("in")
              ? locations.getFirst()
              : locations.getLast();
      slots.target(last);
      if (locations.size() > 1) {
        slots.arguments.put(
            last.equals(locations.getFirst()) ? "targetWhere" : "where",
            Slots.text(
                last.equals(locations.getFirst()) ? locations.getLast() : locations.getFirst()));
      }
    } else {
      slots.where(locations);
      slots.target =
          d.places.stream()
              .filter(place -> place.begins("for"))
              .map(Place::landmark)
              .filter(who -> !who.pronoun())
              .filter(who ->
                  lexicon.names("person", who.head())
                      || lexicon.is("title", who.words().getFirst()))
              .findFirst();
      if (slots.object.isPresent()
          && (d.verb.head().equals("hand")
              || d.verb.head().equals("give")
              || d.verb.head().equals("pass"))) {
        slots.target =
            d.places.stream().filter(p -> p.begins("for")).map(Place::landmark).findFirst();
      }
    }
  }

  void take(
      Draft d,
      Slots slots,
      Optional<Place> goal,
      List<Place> locations,
      Optional<NounPhrase> beneficiary) {
    if (slots.object.isEmpty() && d.verb.base().equals("let go")) {
      slots.object = d.places.stream().map(Place::landmark).findFirst();
    }
    if (goal.isPresent()) {
      slots.target(goal.get());
      slots.around(d, goal.get(), locations);
      return;
    }
    slots.target = d.recipient.isPresent() ? d.recipient : beneficiary;
    slots.where(locations);
    boolean moved = d.verb.head().equals("take") && locations.size() > 1 && slots.target.isEmpty();
    if (moved && locations.getLast().begins("on") && locations.getFirst().begins("on")) {
      slots.target(locations.getLast());
    }
  }

  void put(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    boolean beside = goal.filter(Place::isSide).isPresent() && !locations.isEmpty();
    Optional<Place> into = goal.isPresent() && !beside ? goal : locations.stream().findFirst();
    boolean leaves = d.verb.frame() == Frame.LEAVE && into.isEmpty() && d.direction.isEmpty();
    if (leaves && slots.object.filter(object -> lexicon.names("room", object.head())).isPresent()) {
      slots.target = slots.object;
      slots.object = Optional.empty();
      return;
    }
    into.ifPresent(place -> {
      slots.target(place);
      if (beside) {
        slots.arguments.put("targetWhere", Slots.text(goal.orElseThrow()));
      } else if (goal.isPresent()) {
        slots.around(d, place, locations);
      } else if (locations.size() > 1) {
        slots.arguments.put("targetWhere", Slots.text(locations.get(1)));
      }
    });
    if (into.isEmpty() && d.recipient.isPresent()) {
      slots.target = d.recipient;
    }
    if (into.isEmpty() && d.verb.frame() == Frame.LEAVE && slots.target.isEmpty()) {
      // "leave the parcel with the neighbour"
      slots.target =
          d.places.stream()
              .filter(place -> place.begins("with"))
              .map(Place::landmark)
              .filter(who -> lexicon.names("person", who.head()))
              .reduce((_, last) -> last);
    }
    if (slots.object.isEmpty()) {
      slots.object = d.places.stream().filter(p -> p.begins("of")).map(Place::landmark).findFirst();
    }
  }

  void act(Draft d, Slots slots, Optional<Place> goal, List<Place> locations) {
    goal.ifPresent(place -> slots.target(place));
    if (d.object.isEmpty() && cleans(d.verb) && !locations.isEmpty()) {
      slots.target(locations.getFirst());
      return;
    }
    boolean inside =
        THERMAL.contains(d.verb.head())
            || (d.verb.frame() == Frame.ACT && goal.isEmpty() && d.verb.head().equals("water"));
    if (goal.isEmpty() && inside && !locations.isEmpty()) {
      slots.target(locations.getFirst());
    } else if (goal.isEmpty() && locations.stream().anyMatch(this::isTopping)) {
      slots.target(locations.stream().filter(this::isTopping).findFirst().orElseThrow());
    } else {
      slots.where(locations);
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
}
