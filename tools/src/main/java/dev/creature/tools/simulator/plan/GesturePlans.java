package dev.creature.tools.simulator.plan;

import dev.creature.tools.simulator.grounding.Named;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Room;
import dev.creature.tools.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Look, find, point, wave, nod and the like: nothing changes but where the body is. */
final class GesturePlans {
  private final Meaning meaning;
  private final Draft draft;

  GesturePlans(Meaning meaning, Draft draft) {
    this.meaning = meaning;
    this.draft = draft;
  }

  /** Goes there and tells what it sees. */
  Plan look() {
    Optional<String> what = meaning.slot("object", "target", "place", "direction");
    if (what.isEmpty() || Directions.isDirection(what.get())) {
      double angle = Directions.turn(what.orElse("around"), 2 * Math.PI / 3);
      draft.add(new Step.TurnBy(angle));
      draft.add(new Step.Gesture("look", 1.5, "looking around"));
      return draft.done("I have looked " + Directions.name(what.orElse("around")) + ".");
    }
    String phrase = what.get().replaceFirst("^(if|whether|that) +", "");
    Named goal = meaning.anything(phrase);
    if (!(goal instanceof Named.Someone)) {
      new TravelPlans(meaning, draft).goTo(goal);
    }
    draft.add(new Step.Face(meaning.grounder().pointOf(goal, meaning.world())));
    draft.add(new Step.Gesture("look", 1.5, "looking at " + Meaning.theName(goal)));
    return draft.done(seen(goal));
  }

  private String seen(Named goal) {
    World world = meaning.world();
    return switch (goal) {
      case Named.Thing(Item item) ->
          "The "
              + item.name()
              + Meaning.is(item.name())
              + meaning.apartment().where(item.name(), world)
              + ".";
      case Named.Furniture(Fixture fixture) ->
          "The "
              + fixture.name()
              + " "
              + condition(
                  fixture.name(),
                  fixture.can(Fixture.Ability.OPENS),
                  fixture.can(Fixture.Ability.SWITCHES))
              + things(fixture)
              + ".";
      case Named.Passage(var door) ->
          "The " + door.name() + " " + condition(door.name(), true, false) + ".";
      case Named.Chamber(Room room) ->
          "I have looked around in the " + room.name() + "." + who(room);
      case Named.Someone(Person person) -> "I am looking at " + Meaning.theName(person) + ".";
    };
  }

  private String who(Room room) {
    String there =
        meaning.apartment().people().stream()
            .filter(it ->
                room.area().contains(meaning.apartment().stance(it.name(), meaning.world()).at()))
            .map(Meaning::theName)
            .collect(Collectors.joining(" and "));
    return there.isEmpty() ? " Nobody is there." : " I saw " + there + " there.";
  }

  private String condition(String name, boolean opens, boolean switches) {
    World.Condition condition = meaning.world().condition(name);
    if (switches) {
      return "is " + (condition.on() ? "on" : "off");
    }
    return opens ? "is " + (condition.open() ? "open" : "closed") : "is there";
  }

  private String things(Fixture fixture) {
    List<String> items =
        meaning
            .apartment()
            .itemsAt(fixture.name(), meaning.world())
            .filter(it -> !meaning.apartment().isHidden(it, meaning.world()))
            .toList();
    return items.isEmpty()
        ? ""
        : "; I see the "
            + String.join(", the ", items.subList(0, Math.min(4, items.size())))
            + (items.size() > 4 ? " and " + (items.size() - 4) + " more" : "");
  }

  /** Goes where it is, and points at it. */
  Plan find() {
    String what =
        meaning
            .slot("object", "person", "target")
            .orElseThrow(() -> new CannotDo("I don't know what to look for"));
    String where =
        meaning
            .slot("source", "place", "location")
            .or(() -> meaning.slot("target").filter(it -> meaning.slot("object").isPresent()))
            .filter(it -> meaning.grounder().anything(it, meaning.world()).isFound())
            .map(it -> what + " in " + it)
            .orElse(what);
    Named goal = meaning.anything(where);
    new TravelPlans(meaning, draft).goTo(goal);
    if (goal instanceof Named.Thing(Item item)
        && draft.world().held().equals(Optional.of(item.name()))) {
      return draft.done("I have the " + item.name() + " in my hand.");
    }
    draft.add(new Step.Face(meaning.grounder().pointOf(goal, meaning.world())));
    draft.add(new Step.Gesture("point", 1.5, "pointing at " + Meaning.theName(goal)));
    return draft.done(
        switch (goal) {
          case Named.Thing(Item item) ->
              "I have found the "
                  + item.name()
                  + ": "
                  + (Meaning.is(item.name()).equals(" are ") ? "they are " : "it is ")
                  + meaning.apartment().where(item.name(), meaning.world())
                  + ".";
          case Named.Someone(Person person) ->
              "I have found "
                  + Meaning.theName(person)
                  + meaning
                      .grounder()
                      .roomOf(goal, meaning.world())
                      .map(room -> ", in the " + room.name())
                      .orElse("")
                  + ".";
          case Named.Furniture _, Named.Passage _, Named.Chamber _ ->
              "I have found the " + goal.name() + ".";
        });
  }

  Plan point() {
    return point(
        meaning
            .slot("object", "target", "person", "direction")
            .orElseThrow(() -> new CannotDo("I don't know what to point at")));
  }

  /** From where it stands, when that is in the same room; otherwise it goes there first. */
  Plan point(String phrase) {
    Named goal = meaning.anything(phrase);
    Optional<Room> here = meaning.apartment().roomAt(draft.world().robot().at());
    if (!meaning.grounder().roomOf(goal, draft.world()).equals(here)) {
      new TravelPlans(meaning, draft).goTo(goal);
    }
    draft.add(new Step.Face(meaning.grounder().pointOf(goal, meaning.world())));
    draft.add(new Step.Gesture("point", 2, "pointing at " + Meaning.theName(goal)));
    return draft.done("I am pointing at " + Meaning.theName(goal) + ".");
  }

  /** Shows something, to somebody where one is named. */
  Plan show(String gesture, double seconds, String done) {
    meaning
        .slot("target", "person", "object")
        .flatMap(meaning::person)
        .ifPresent(person ->
            draft.add(
                new Step.Face(meaning.apartment().stance(person.name(), draft.world()).at())));
    draft.add(new Step.Gesture(gesture, seconds, gesture + "ing"));
    return draft.done(done);
  }

  Plan dance() {
    draft.add(new Step.TurnBy(Math.PI));
    draft.add(new Step.Gesture("wave", 1, "dancing"));
    draft.add(new Step.TurnBy(-Math.PI));
    draft.add(new Step.Gesture("nod", 1, "dancing"));
    return draft.done("That was my dance.");
  }
}
