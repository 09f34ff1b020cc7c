package dev.creature.tools.simulator.plan;

import dev.creature.tools.simulator.motion.Limits;
import dev.creature.tools.simulator.scene.Spots;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Robot;
import dev.creature.tools.simulator.world.Room;
import dev.creature.tools.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A plan in the making: the steps so far, and the world as it will be after them. Not shared
 * between threads; thrown away when the plan stands.
 */
final class Draft {
  /** From where the hand gets to a thing; a little less than the arm's length. */
  static final double AT_HAND = Robot.Arm.LONGEST_REACH - 0.10;

  /** From where two people would talk. */
  static final double AT_PERSON = 0.85;

  private final Apartment apartment;
  private final Spots spots;
  private final List<Step> steps = new ArrayList<>();
  private World world;

  Draft(Apartment apartment, Spots spots, World world) {
    this.apartment = apartment;
    this.spots = spots;
    this.world = world;
  }

  World world() {
    return world;
  }

  Plan done(String outcome) {
    return new Plan.Feasible(steps, outcome);
  }

  void add(Step step) {
    steps.add(step);
  }

  /** To where the hand gets to the point, and turned to it. */
  void approach(Point point, String room, String words) {
    drive(new Step.Drive(Area.around(point), AT_HAND, room, "", words), point);
    steps.add(new Step.Face(point));
  }

  /** Beside a piece of furniture. */
  void goTo(Fixture fixture) {
    Point middle = fixture.area().centre();
    drive(
        new Step.Drive(
            fixture.area(),
            fixture.blocks() ? 0.5 : AT_HAND,
            fixture.room(),
            "",
            "going to the " + fixture.name()),
        middle);
    steps.add(new Step.Face(middle));
  }

  void goTo(Room room) {
    drive(
        new Step.Drive(
            Area.around(room.area().centre()),
            Math.max(room.area().width(), room.area().depth()) / 2,
            room.name(),
            "",
            "going to the " + room.name()),
        room.area().centre());
  }

  void goTo(Door door) {
    drive(
        new Step.Drive(door.area(), 0.6, "", "", "going to the " + door.name()),
        door.area().centre());
    steps.add(new Step.Face(door.area().centre()));
  }

  void goToPerson(String name) {
    Point at = apartment.stance(name, world).at();
    String who = apartment.person(name).user() ? "you" : name;
    drive(
        new Step.Drive(
            Area.around(at),
            AT_PERSON,
            apartment.roomAt(at).map(Room::name).orElse(""),
            name,
            "going to " + who),
        at);
    steps.add(new Step.Face(at));
  }

  private void drive(Step.Drive step, Point there) {
    steps.add(step);
    // Where it will stand to within a metre: enough to choose what is nearest.
    world = world.with(Robot.standing(there, 0));
  }

  /** Gets a thing into the hand, out of what is closed if need be. */
  void take(Item item) {
    Optional<String> held = world.held();
    if (held.equals(Optional.of(item.name()))) {
      return;
    }
    if (held.isPresent()) {
      throw new CannotDo("my hand is full: I hold the " + held.get());
    }
    if (item.mass() > Limits.LIFTS) {
      throw new CannotDo("the " + item.name() + " is too heavy for me");
    }
    switch (world.places().get(item.name())) {
      case Place.At(String at, boolean inside, Point point) ->
          takeFrom(item, apartment.fixture(at), inside, point);
      case Place.Floor(Point point) -> {
        approach(point, "", "going to the " + item.name());
        grip(item, point, 0.05);
      }
      case Place.With(String person) -> {
        goToPerson(person);
        grip(item, apartment.stance(person, world).at(), 1.0);
      }
      case Place.Held _ -> {}
      case null -> throw new CannotDo("I don't know where the " + item.name() + " is");
    }
    world = world.withPlace(item.name(), new Place.Held());
  }

  private void takeFrom(Item item, Fixture fixture, boolean inside, Point point) {
    if (fixture.height() > Robot.Arm.HIGHEST) {
      throw new CannotDo(
          "I can't reach the " + item.name() + ": the " + fixture.name() + " is too high");
    }
    boolean closed = inside && isClosed(fixture);
    if (closed) {
      open(fixture);
    }
    if (!spots.isReachable(point, fixture.room(), world)) {
      throw new CannotDo(
          "I can't reach the " + item.name() + " " + apartment.where(item.name(), world));
    }
    approach(point, fixture.room(), "going to the " + fixture.name());
    grip(item, point, fixture.height());
    if (closed) {
      close(fixture);
    }
  }

  private void grip(Item item, Point point, double height) {
    steps.add(new Step.Reach(point, height));
    steps.add(new Step.Grip(item.name()));
    steps.add(new Step.Fold());
  }

  /** Puts the thing from the hand on a piece of furniture or into it. */
  void put(Item item, Fixture fixture, Optional<Point> beside) {
    boolean inside = !fixture.can(Fixture.Ability.SURFACE);
    if (inside && !fixture.can(Fixture.Ability.CONTAINER)) {
      throw new CannotDo("nothing can be put on the " + fixture.name());
    }
    if (fixture.height() > Robot.Arm.HIGHEST) {
      throw new CannotDo("I can't reach the " + fixture.name() + ": it is too high");
    }
    boolean closed = inside && isClosed(fixture);
    if (closed) {
      open(fixture);
    }
    List<Point> free = spots.free(fixture, inside, world);
    Point spot =
        (beside.isPresent()
                ? free.stream().min(Comparator.comparingDouble(beside.get()::distanceTo))
                : free.stream().findFirst())
            .orElseThrow(() -> new CannotDo("there is no room on the " + fixture.name()));
    approach(spot, fixture.room(), "taking the " + item.name() + " to the " + fixture.name());
    letGo(item, new Place.At(fixture.name(), inside, spot), spot, fixture.height());
    if (closed) {
      close(fixture);
    }
  }

  /** The hand above its surface, or above what can be reached of it. */
  void reachOver(Fixture fixture) {
    Point spot =
        spots
            .best(fixture, true, world)
            .orElseThrow(() -> new CannotDo("I can't reach the " + fixture.name()));
    approach(spot, fixture.room(), "going to the " + fixture.name());
    steps.add(new Step.Reach(spot, Math.min(Robot.Arm.HIGHEST, fixture.height())));
  }

  void letGo(Item item, Place place, Point point, double height) {
    steps.add(new Step.Reach(point, height));
    steps.add(new Step.LetGo(item.name(), place));
    steps.add(new Step.Fold());
    world = world.withPlace(item.name(), place);
  }

  /** Hands it over. */
  void give(Item item, String person) {
    goToPerson(person);
    letGo(item, new Place.With(person), apartment.stance(person, world).at(), 1.0);
  }

  boolean isAt(Item item, Fixture fixture) {
    return world.places().get(item.name()) instanceof Place.At(String at, _, _)
        && at.equals(fixture.name());
  }

  boolean isClosed(Fixture fixture) {
    return fixture.can(Fixture.Ability.OPENS) && !world.condition(fixture.name()).open();
  }

  /** Opens it; puts down what is in the hand meanwhile, since one hand does not do both. */
  void open(Fixture fixture) {
    if (world.condition(fixture.name()).locked()) {
      throw new CannotDo("the " + fixture.name() + " is locked");
    }
    Optional<Item> held = world.held().map(apartment::item);
    held.ifPresent(item -> put(item, surfaceNear(fixture), Optional.empty()));
    goTo(fixture);
    setOpen(fixture.name(), true);
    held.ifPresent(this::take);
  }

  /** Closes it; a push is enough, so the hand may be full. */
  void close(Fixture fixture) {
    goTo(fixture);
    setOpen(fixture.name(), false);
  }

  void setOpen(String name, boolean open) {
    World.Condition now = world.condition(name);
    steps.add(new Step.SetOpen(name, open));
    world = world.withCondition(name, new World.Condition(open, now.locked(), now.on()));
  }

  void setOn(String name, boolean on) {
    World.Condition now = world.condition(name);
    steps.add(new Step.SetOn(name, on));
    world = world.withCondition(name, new World.Condition(now.open(), now.locked(), on));
  }

  /** The best surface of a room, else the nearest one that has room. */
  Fixture surfaceIn(Room room) {
    return apartment.fixtures().stream()
        .filter(it -> it.room().equals(room.name()) && isTable(it))
        .filter(it -> spots.best(it, false, world).isPresent())
        .min(
            Comparator.comparingInt((Fixture it) -> it.kind().contains("table") ? 0 : 1)
                .thenComparing(Fixture::name))
        .orElseThrow(() -> new CannotDo("there is nothing to put it on in the " + room.name()));
  }

  private Fixture surfaceNear(Fixture fixture) {
    return apartment.fixtures().stream()
        .filter(it -> it.room().equals(fixture.room()) && isTable(it) && !it.equals(fixture))
        .filter(it -> spots.best(it, false, world).isPresent())
        .min(Comparator.comparingDouble(it -> it.area().distanceTo(fixture.area().centre())))
        .orElseThrow(() ->
            new CannotDo(
                "my hand is full, and there is nothing near the "
                    + fixture.name()
                    + " to put it on"));
  }

  private static boolean isTable(Fixture fixture) {
    return fixture.can(Fixture.Ability.SURFACE)
        && fixture.height() <= Robot.Arm.HIGHEST
        && !fixture.kind().equals("toilet")
        && !fixture.can(Fixture.Ability.SWITCHES);
  }
}
