package dev.creature.tools.simulator.plan;

import dev.creature.tools.simulator.grounding.Named;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Open, close, push, pull, switch, pour, wipe, wash, heat, cool. */
final class HousePlans {
  private final Meaning meaning;
  private final Draft draft;
  private final Apartment apartment;

  HousePlans(Meaning meaning, Draft draft) {
    this.meaning = meaning;
    this.draft = draft;
    this.apartment = meaning.apartment();
  }

  Plan open(boolean open) {
    String object = what(open ? "open" : "close");
    if (!meaning.grounder().fixture(object, meaning.world()).isFound()
        && meaning.anything(object) instanceof Named.Thing(Item item)) {
      throw new CannotDo(
          "I can't " + (open ? "open" : "close") + " the " + item.name() + " with one hand");
    }
    List<Named> named = meaning.grounder().fixture(object, meaning.world()).candidates();
    Named what =
        named.stream()
            .filter(HousePlans::opens)
            .findFirst()
            .orElseGet(() -> meaning.fixture(object));
    if (!opens(what)) {
      throw new CannotDo("the " + what.name() + " can't be opened or closed");
    }
    if (meaning.world().condition(what.name()).open() == open) {
      return draft.done(
          "The "
              + what.name()
              + Meaning.is(what.name())
              + "already "
              + (open ? "open" : "closed")
              + ".");
    }
    switch (what) {
      case Named.Furniture(Fixture fixture) -> {
        if (open) {
          draft.open(fixture);
        } else {
          draft.close(fixture);
        }
      }
      case Named.Passage(Door door) -> {
        if (open && meaning.world().condition(door.name()).locked()) {
          throw new CannotDo("the " + door.name() + " is locked");
        }
        draft.goTo(door);
        draft.setOpen(door.name(), open);
      }
      case Named.Thing _, Named.Chamber _, Named.Someone _ ->
          throw new CannotDo("I can't open " + Meaning.theName(what));
    }
    return draft.done(
        "The " + what.name() + Meaning.is(what.name()) + (open ? "open" : "closed") + ".");
  }

  private static boolean opens(Named named) {
    return named instanceof Named.Passage
        || (named instanceof Named.Furniture(Fixture fixture)
            && fixture.can(Fixture.Ability.OPENS));
  }

  /** Furniture that opens is pushed shut and pulled open; a thing slides; the rest is too heavy. */
  Plan slide(boolean push) {
    String verb = push ? "push" : "pull";
    String object = what(verb);
    if (meaning.slot("target").isPresent()
        && meaning.grounder().thing(object, meaning.world()).isFound()) {
      return new CarryPlans(meaning, draft).carry(object, meaning.slot("target").get());
    }
    Named what = meaning.anything(object);
    if (opens(what)) {
      return open(!push);
    }
    if (!(what instanceof Named.Thing(Item item))) {
      throw new CannotDo(
          "I can't " + verb + " " + Meaning.theName(what) + ": it is too heavy for me");
    }
    if (!(draft.world().places().get(item.name())
        instanceof Place.At(String at, boolean inside, Point point))) {
      throw new CannotDo("the " + item.name() + " does not lie on anything");
    }
    Fixture fixture = apartment.fixture(at);
    draft.approach(point, fixture.room(), "going to the " + fixture.name());
    draft.add(new Step.Reach(point, fixture.height()));
    Point to =
        fixture
            .area()
            .nearest(
                point.towards(draft.world().robot().at().headingTo(point), push ? 0.12 : -0.12));
    draft.add(new Step.Slide(item.name(), new Place.At(at, inside, to)));
    draft.add(new Step.Fold());
    return draft.done("I have " + verb + "ed the " + item.name() + " a little.");
  }

  Plan switchTo(boolean on) {
    String object = what(on ? "switch on" : "switch off");
    String whole =
        meaning
            .slot("target", "source", "place", "location")
            .filter(place -> meaning.grounder().anything(place, meaning.world()).isFound())
            .map(place -> object + " in " + place)
            .orElse(object);
    Named what =
        meaning.grounder().fixture(whole, meaning.world()).candidates().stream()
            .filter(HousePlans::switches)
            .findFirst()
            .orElseGet(() -> meaning.anything(whole));
    if (!(what instanceof Named.Furniture(Fixture fixture)) || !switches(what)) {
      throw new CannotDo(Meaning.theName(what) + " can't be switched on or off");
    }
    String state = on ? "on" : "off";
    if (meaning.world().condition(fixture.name()).on() == on) {
      return draft.done(
          "The " + fixture.name() + Meaning.is(fixture.name()) + "already " + state + ".");
    }
    draft.goTo(fixture);
    draft.setOn(fixture.name(), on);
    return draft.done("The " + fixture.name() + Meaning.is(fixture.name()) + state + ".");
  }

  private static boolean switches(Named named) {
    return named instanceof Named.Furniture(Fixture fixture)
        && fixture.can(Fixture.Ability.SWITCHES);
  }

  Plan pour() {
    String object = what("pour");
    boolean fills = meaning.task().verb().toLowerCase(Locale.ROOT).startsWith("fill");
    Optional<String> other = meaning.slot("target", "with", "material", "source");
    String liquid = fills ? other.orElse("water") : object;
    Item from =
        meaning.items(liquid).stream()
            .filter(it -> !it.pours().isEmpty())
            .findFirst()
            .orElseThrow(() -> new CannotDo("I can't pour the " + liquid));
    Item into =
        fills
            ? meaning.thing(object).item()
            : other.map(it -> meaning.thing(it).item()).orElseGet(() -> nearestVessel(from));
    if (!into.vessel()) {
      throw new CannotDo("nothing can be poured into the " + into.name());
    }
    if (!(draft.world().places().get(into.name())
            instanceof Place.At(String at, boolean inside, Point point))
        || inside) {
      throw new CannotDo("the " + into.name() + " does not stand where I can pour into it");
    }
    Fixture table = apartment.fixture(at);
    draft.take(from);
    draft.approach(point, table.room(), "taking the " + from.name() + " to the " + into.name());
    draft.add(new Step.Reach(point, table.height() + 0.25));
    draft.add(new Step.Pour(from.name(), into.name(), from.pours()));
    draft.put(from, table, Optional.of(point));
    return draft.done(
        "There is " + from.pours() + " in the " + into.name() + ", on the " + table.name() + ".");
  }

  private Item nearestVessel(Item from) {
    Point at = apartment.pointOf(from.name(), draft.world());
    return apartment.items().stream()
        .filter(it -> it.vessel() && (it.kind().contains("glass") || it.kind().equals("cup")))
        .filter(it ->
            draft.world().places().get(it.name()) instanceof Place.At(_, boolean inside, _)
                && !inside)
        .min(
            Comparator.comparingDouble(
                it -> apartment.pointOf(it.name(), draft.world()).distanceTo(at)))
        .orElseThrow(() -> new CannotDo("I see nothing to pour it into"));
  }

  Plan wipe() {
    String object = what("wipe");
    Named what = meaning.anything(object);
    switch (what) {
      case Named.Thing _ -> {
        return wash();
      }
      case Named.Furniture(Fixture fixture) -> {
        Item cloth =
            draft
                .world()
                .held()
                .map(apartment::item)
                .filter(it -> it.kind().equals("cloth") || it.kind().equals("sponge"))
                .orElseGet(() -> tool("cloth", "sponge"));
        draft.take(cloth);
        draft.reachOver(fixture);
        draft.add(new Step.Gesture("wipe", 6, "wiping the " + fixture.name()));
        draft.add(new Step.Fold());
        return draft.done(
            "The "
                + fixture.name()
                + " is wiped; I still have the "
                + cloth.name()
                + " in my hand.");
      }
      case Named.Chamber _, Named.Passage _, Named.Someone _ ->
          throw new CannotDo("I can't wipe " + Meaning.theName(what));
    }
  }

  private Item tool(String... kinds) {
    return apartment.items().stream()
        .filter(it -> List.of(kinds).contains(it.kind()))
        .findFirst()
        .orElseThrow(() -> new CannotDo("there is no cloth here"));
  }

  Plan wash() {
    Item item = meaning.thing(what("wash")).item();
    Fixture sink = nearest(item, it -> it.kind().equals("sink"), "there is no sink here");
    draft.take(item);
    draft.put(item, sink, Optional.empty());
    draft.goTo(sink);
    draft.setOn(sink.name(), true);
    draft.add(new Step.Gesture("wash", 5, "washing the " + item.name()));
    draft.setOn(sink.name(), false);
    return draft.done("The " + item.name() + " is washed; it is in the " + sink.name() + ".");
  }

  Plan heat() {
    Item item = meaning.thing(what("heat")).item();
    Fixture oven = appliance(item, Fixture.Ability.HEATS, "I have nothing to heat it with");
    new CarryPlans(meaning, draft).carry(item.name(), oven.name());
    draft.goTo(oven);
    draft.setOn(oven.name(), true);
    draft.add(new Step.Gesture("wait", 10, "waiting for the " + oven.name()));
    draft.setOn(oven.name(), false);
    return draft.done("The " + item.name() + " is warm; it is in the " + oven.name() + ".");
  }

  Plan cool() {
    Item item = meaning.thing(what("cool")).item();
    Fixture fridge = appliance(item, Fixture.Ability.COOLS, "I have nothing to cool it in");
    return new CarryPlans(meaning, draft).carry(item.name(), fridge.name());
  }

  private Fixture appliance(Item item, Fixture.Ability ability, String otherwise) {
    Optional<String> asked = meaning.slot("target", "instrument");
    if (asked.isPresent()
        && meaning.fixture(asked.get()) instanceof Named.Furniture(Fixture fixture)
        && fixture.can(ability)) {
      return fixture;
    }
    return nearest(
        item,
        it -> it.can(ability) && it.can(Fixture.Ability.OPENS) && !it.kind().equals("oven"),
        otherwise);
  }

  private Fixture nearest(Item item, Predicate<Fixture> fits, String otherwise) {
    Point at = apartment.pointOf(item.name(), draft.world());
    return apartment.fixtures().stream()
        .filter(fits)
        .min(Comparator.comparingDouble(it -> it.area().distanceTo(at)))
        .orElseThrow(() -> new CannotDo(otherwise));
  }

  private String what(String verb) {
    return meaning
        .slot("object", "target")
        .or(() -> draft.world().held().filter(_ -> verb.equals("pour")))
        .orElseThrow(() -> new CannotDo("I don't know what to " + verb));
  }
}
