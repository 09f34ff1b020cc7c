package dev.creature.tools.simulator.plan;

import dev.creature.tools.simulator.grounding.Named;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Room;
import java.util.Locale;
import java.util.Optional;

/** Go, come, move, turn, follow, guide. */
final class TravelPlans {
  private final Meaning meaning;
  private final Draft draft;

  TravelPlans(Meaning meaning, Draft draft) {
    this.meaning = meaning;
    this.draft = draft;
  }

  Plan go() {
    Optional<String> where =
        meaning.slot("target", "place", "location", "destination", "person", "object");
    Optional<String> direction = meaning.slot("direction");
    if (direction.isPresent() || where.filter(Directions::isDirection).isPresent()) {
      return move(direction.or(() -> where).orElse("forward"));
    }
    if (where.isEmpty() && meaning.slot("distance").isPresent()) {
      return move("forward");
    }
    if (where.isEmpty() && meaning.task().verb().toLowerCase(Locale.ROOT).contains("back")) {
      return come();
    }
    String place = where.orElseThrow(() -> new CannotDo("I don't know where to go"));
    Named goal = meaning.anything(place);
    goTo(goal);
    return draft.done("I am " + at(goal) + ".");
  }

  void goTo(Named goal) {
    switch (goal) {
      case Named.Chamber(Room room) -> draft.goTo(room);
      case Named.Furniture(Fixture fixture) -> draft.goTo(fixture);
      case Named.Passage(Door door) -> draft.goTo(door);
      case Named.Someone(Person person) -> draft.goToPerson(person.name());
      case Named.Thing(Item item) -> goTo(item);
    }
  }

  private void goTo(Item item) {
    switch (draft.world().places().get(item.name())) {
      case Place.At(String at, _, _) -> draft.goTo(meaning.apartment().fixture(at));
      case Place.Floor(var point) -> draft.approach(point, "", "going to the " + item.name());
      case Place.With(String person) -> draft.goToPerson(person);
      case Place.Held _ -> {}
      case null -> throw new CannotDo("I don't know where the " + item.name() + " is");
    }
  }

  static String at(Named goal) {
    return switch (goal) {
      case Named.Chamber(Room room) -> "in the " + room.name();
      case Named.Someone(Person person) -> "with " + Meaning.theName(person);
      case Named.Furniture _, Named.Passage _, Named.Thing _ -> "at the " + goal.name();
    };
  }

  Plan come() {
    Optional<String> where = meaning.slot("target", "person", "place");
    if (where.isPresent() && meaning.person(where.get()).filter(Person::user).isEmpty()) {
      return go();
    }
    draft.goToPerson(meaning.user().name());
    return draft.done("Here I am.");
  }

  /** A little way straight on, as far as it is free; sideways and back after a turn. */
  Plan move(String direction) {
    double metres = meaning.slot("distance").map(Directions::metres).orElse(1.0);
    double turn = Directions.turn(direction, 0);
    if (Directions.isBackward(direction)) {
      draft.add(new Step.MoveBy(-metres));
    } else {
      if (turn != 0) {
        draft.add(new Step.TurnBy(turn));
      }
      draft.add(new Step.MoveBy(metres));
    }
    return draft.done(
        "I have moved " + Directions.words(metres) + " " + Directions.name(direction) + ".");
  }

  Plan turn() {
    String direction = meaning.slot("direction", "target", "manner", "object").orElse("around");
    if (!Directions.isDirection(direction)) {
      Named goal = meaning.anything(direction);
      draft.add(new Step.Face(meaning.grounder().pointOf(goal, draft.world())));
      return draft.done("I am looking at " + Meaning.theName(goal) + ".");
    }
    double angle =
        meaning
            .slot("angle", "degrees", "distance")
            .flatMap(Directions::degrees)
            .map(it -> Math.copySign(it, Directions.turn(direction, Math.PI)))
            .orElse(Directions.turn(direction, Math.PI));
    draft.add(new Step.TurnBy(angle));
    return draft.done("I have turned " + Directions.name(direction) + ".");
  }

  Plan follow() {
    String who = meaning.slot("object", "person", "target").orElse("me");
    Person person =
        meaning
            .person(who)
            .orElseThrow(
                () -> new CannotDo(meaning.grounder().person(who, meaning.world()).missing()));
    draft.goToPerson(person.name());
    draft.add(new Step.Follow(person.name()));
    String name = Meaning.theName(person);
    return draft.done(
        "I have followed " + name + " until " + (person.user() ? "you" : "they") + " stayed.");
  }

  Plan guide() {
    Optional<String> first = meaning.slot("object", "person");
    Optional<Person> known = first.flatMap(meaning::person);
    if (first.isPresent() && known.isEmpty()) {
      // "Show me the way to the study", "show me the lamp".
      return new GesturePlans(meaning, draft).point(first.get());
    }
    Person person = known.orElseGet(meaning::user);
    String where =
        meaning
            .slot("target", "place", "location", "destination")
            .orElseThrow(
                () -> new CannotDo("I don't know where to take " + Meaning.theName(person)));
    Named goal = meaning.anything(where);
    if (goal instanceof Named.Someone(Person same) && same.equals(person)) {
      throw new CannotDo("I don't know where to take " + Meaning.theName(person));
    }
    draft.goToPerson(person.name());
    Area area =
        goal instanceof Named.Furniture(Fixture fixture)
            ? fixture.area()
            : Area.around(meaning.grounder().pointOf(goal, draft.world()));
    String room =
        goal instanceof Named.Chamber(Room it)
            ? it.name()
            : meaning.grounder().roomOf(goal, draft.world()).map(Room::name).orElse("");
    String name = Meaning.theName(person);
    draft.add(
        new Step.Lead(person.name(), area, room, "taking " + name + " to the " + goal.name()));
    return draft.done(
        person.user()
            ? "Here we are, " + at(goal) + "."
            : person.name() + " is " + at(goal) + " now.");
  }
}
