package dev.creature.tools.simulator.plan;

import dev.creature.tools.simulator.grounding.Grounding;
import dev.creature.tools.simulator.grounding.Named;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Room;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Take, put, bring, drop, throw away. */
final class CarryPlans {
  private final Meaning meaning;
  private final Draft draft;

  CarryPlans(Meaning meaning, Draft draft) {
    this.meaning = meaning;
    this.draft = draft;
  }

  Plan take() {
    String object = object("What should I take?");
    Optional<String> target = meaning.slot("target", "person", "recipient");
    if (target.isPresent()) {
      return carry(object, target.get());
    }
    Item item = meaning.thing(object).item();
    String from = meaning.apartment().where(item.name(), draft.world());
    if (draft.world().held().equals(Optional.of(item.name()))) {
      return draft.done("I already have the " + item.name() + " in my hand.");
    }
    draft.take(item);
    return draft.done(
        "I have the "
            + item.name()
            + " from "
            + from.replaceFirst("^(on|in) ", "")
            + choice(object)
            + ".");
  }

  Plan put() {
    String object = objectOrHeld();
    String target =
        meaning
            .slot("target", "place", "location", "destination", "person")
            .orElseThrow(() -> new CannotDo("I don't know where to put the " + plain(object)));
    return carry(object, target);
  }

  Plan bring() {
    String object = object("What should I bring?");
    if (meaning.person(object).filter(Person::user).isPresent()) {
      return new TravelPlans(meaning, draft).guide();
    }
    return meaning
        .slot("target", "person", "recipient", "beneficiary", "destination")
        .map(target -> carry(object, target))
        .orElseGet(() -> give(meaning.items(object), meaning.user(), choice(object)));
  }

  /** To a person, a piece of furniture, a room, or beside another thing. */
  Plan carry(String object, String target) {
    Optional<Person> person = meaning.person(target);
    if (target.strip().toLowerCase(Locale.ROOT).matches("(on |to )?(the )?(floor|ground|down)")) {
      return drop();
    }
    List<Item> items = meaning.items(object);
    if (person.isPresent()) {
      return give(items, person.get(), choice(object));
    }
    Meaning fromThere = meaning.seenFrom(items.getFirst());
    Named place = fromThere.anything(target);
    Optional<Point> beside = Optional.empty();
    String besideWords = "";
    Fixture fixture;
    switch (place) {
      case Named.Furniture(Fixture named) ->
          fixture = nearestWithRoom(meaning.grounder().fixture(target, fromThere.world()), named);
      case Named.Chamber(Room room) -> fixture = draft.surfaceIn(room);
      case Named.Thing(Item other) -> {
        if (items.contains(other)) {
          throw new CannotDo("I can't put the " + other.name() + " on itself");
        }
        if (!(draft.world().places().get(other.name())
            instanceof Place.At(String at, _, Point point))) {
          throw new CannotDo("the " + other.name() + " does not stand anywhere");
        }
        fixture = meaning.apartment().fixture(at);
        beside = Optional.of(point);
        besideWords = ", beside the " + other.name();
      }
      case Named.Passage(Door door) ->
          throw new CannotDo("I can't put things on the " + door.name());
      case Named.Someone(Person someone) -> {
        return give(items, someone, choice(object));
      }
    }
    boolean opened = false;
    for (Item item : items) {
      if (draft.isAt(item, fixture) && beside.isEmpty()) {
        continue;
      }
      opened |= openFirst(fixture);
      draft.take(item);
      draft.put(item, fixture, beside);
    }
    if (opened) {
      draft.close(fixture);
    }
    String where = meaning.apartment().where(items.getLast().name(), draft.world());
    return draft.done(
        Meaning.sentence(names(items) + are(items) + where + besideWords + choice(object)));
  }

  private Plan give(List<Item> items, Person person, String choice) {
    for (Item item : items) {
      draft.take(item);
      draft.give(item, person.name());
    }
    return draft.done(
        person.user()
            ? "Here you are: " + names(items) + choice + "."
            : person.name() + " has " + names(items) + choice + ".");
  }

  Plan drop() {
    String object = objectOrHeld();
    Item item = meaning.thing(object).item();
    draft.take(item);
    Optional<String> target =
        meaning.slot("target").filter(it -> !it.contains("floor") && !it.contains("ground"));
    if (target.isPresent()) {
      return carry(object, target.get());
    }
    Point hand = draft.world().robot().at().towards(draft.world().robot().heading(), 0.45);
    draft.add(new Step.LetGo(item.name(), new Place.Floor(hand)));
    return draft.done("I have let go of the " + item.name() + ": it is on the floor.");
  }

  Plan throwAway() {
    String object = objectOrHeld();
    List<Item> items = meaning.items(object);
    Optional<String> target = meaning.slot("target");
    if (target.isPresent()) {
      return carry(object, target.get());
    }
    Fixture bin =
        meaning.apartment().fixtures().stream()
            .filter(it -> it.can(Fixture.Ability.RUBBISH))
            .min(
                Comparator.comparingDouble(it ->
                    it.area()
                        .distanceTo(
                            meaning.apartment().pointOf(items.getFirst().name(), draft.world()))))
            .orElseThrow(() -> new CannotDo("there is no bin here"));
    for (Item item : items) {
      draft.take(item);
      draft.put(item, bin, Optional.empty());
    }
    return draft.done(Meaning.sentence(names(items) + are(items) + "in the " + bin.name()));
  }

  /** One hand: what is closed is opened before the hand is full. */
  private boolean openFirst(Fixture fixture) {
    boolean inside = !fixture.can(Fixture.Ability.SURFACE);
    if (inside && draft.isClosed(fixture) && draft.world().held().isEmpty()) {
      draft.open(fixture);
      return true;
    }
    return false;
  }

  private Fixture nearestWithRoom(Grounding found, Fixture otherwise) {
    return found.candidates().stream()
        .filter(it -> it instanceof Named.Furniture)
        .map(it -> ((Named.Furniture) it).fixture())
        .filter(it -> it.can(Fixture.Ability.SURFACE) || it.can(Fixture.Ability.CONTAINER))
        .findFirst()
        .orElse(otherwise);
  }

  private String object(String question) {
    return meaning.slot("object").orElseThrow(() -> new CannotDo("I am not sure. " + question));
  }

  private String objectOrHeld() {
    return meaning
        .slot("object")
        .or(() -> draft.world().held())
        .orElseThrow(() -> new CannotDo("I have nothing in my hand"));
  }

  /** Says so where one of several was meant and the nearest was chosen. */
  private String choice(String object) {
    Grounding found = meaning.grounder().thing(object, meaning.world());
    boolean whole = found.candidates().stream().anyMatch(it -> it.name().equals(plain(object)));
    return found.candidates().size() < 2
            || found.plural()
            || whole
            || meaning.slot("count").isPresent()
        ? ""
        : ", the nearest of " + found.candidates().size();
  }

  static String names(List<Item> items) {
    return items.stream().map(it -> "the " + it.name()).collect(Collectors.joining(" and "));
  }

  private static String are(List<Item> items) {
    return items.size() == 1 ? Meaning.is(items.getFirst().name()) : " are ";
  }

  private static String plain(String phrase) {
    return phrase.strip().toLowerCase(Locale.ROOT).replaceAll("^(the|a|an|my) +", "");
  }
}
