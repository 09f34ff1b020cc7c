package dev.creature.tools.simulator.run;

import dev.creature.tools.simulator.motion.Limits;
import dev.creature.tools.simulator.plan.Step;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Item;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Robot;
import dev.creature.tools.simulator.world.World;
import java.util.Optional;

/** The arm and the hand: one thing at a time, no farther than the arm is long. */
final class HandRun {
  private static final double GRIP_SECONDS = 0.4;
  private static final double SWITCH_SECONDS = 0.6;
  private static final double OPEN_SECONDS = 1.2;
  private static final double POUR_SECONDS = 3;

  /** The fingers close around what is so near. */
  private static final double FINGERS = 0.08;

  /** A handle is operated from so far. */
  private static final double HANDLE = 0.95;

  private final Apartment apartment;

  HandRun(Apartment apartment) {
    this.apartment = apartment;
  }

  Tick reach(World world, Step.Reach step, Memory memory) {
    Robot robot = world.robot();
    double distance = robot.at().distanceTo(step.point());
    if (distance > Robot.Arm.LONGEST_REACH || step.height() > Robot.Arm.HIGHEST) {
      boolean person =
          apartment.people().stream()
              .anyMatch(
                  it -> apartment.stance(it.name(), world).at().distanceTo(step.point()) < 0.05);
      if (!person) {
        return new Tick.Stuck(world, "I can't reach that");
      }
    }
    return moveHand(world, Math.min(distance, Robot.Arm.LONGEST_REACH), step.height(), memory);
  }

  Tick fold(World world, Memory memory) {
    return moveHand(world, Robot.Arm.FOLDED_REACH, Robot.Arm.FOLDED_HEIGHT, memory);
  }

  private static Tick moveHand(World world, double reach, double height, Memory memory) {
    Robot robot = world.robot();
    double most = Limits.HAND_SPEED * Limits.STEP;
    double nextReach = robot.reach() + Math.clamp(reach - robot.reach(), -most, most);
    double nextHeight = robot.height() + Math.clamp(height - robot.height(), -most, most);
    World next = world.with(robot.withHand(nextReach, nextHeight).showing(""));
    boolean there = Math.abs(nextReach - reach) < 1e-6 && Math.abs(nextHeight - height) < 1e-6;
    return there ? new Tick.Done(next) : new Tick.On(next, memory);
  }

  Tick grip(World world, String item, Memory memory) {
    if (memory.seconds() < GRIP_SECONDS) {
      return new Tick.On(world, memory);
    }
    Optional<String> held = world.held();
    if (held.isPresent()) {
      return new Tick.Stuck(world, "my hand is full: I hold the " + held.get());
    }
    if (apartment.isHidden(item, world)) {
      return new Tick.Stuck(world, "the " + item + " is inside something that is closed");
    }
    boolean person = world.places().get(item) instanceof Place.With;
    Point at = apartment.pointOf(item, world);
    if (at.distanceTo(world.robot().hand()) > (person ? 0.4 : FINGERS)) {
      return new Tick.Stuck(world, "I can't reach the " + item);
    }
    return new Tick.Done(world.withPlace(item, new Place.Held()));
  }

  Tick letGo(World world, Step.LetGo step, Memory memory) {
    if (memory.seconds() < GRIP_SECONDS) {
      return new Tick.On(world, memory);
    }
    if (!world.held().equals(Optional.of(step.item()))) {
      return new Tick.Stuck(world, "I don't have the " + step.item() + " any more");
    }
    Point hand = world.robot().hand();
    boolean near =
        switch (step.place()) {
          case Place.At(_, _, Point point) -> point.distanceTo(hand) <= FINGERS;
          case Place.With(String person) ->
              apartment.stance(person, world).at().distanceTo(hand) < 0.4;
          case Place.Floor _, Place.Held _ -> true;
        };
    Place place = step.place() instanceof Place.Floor ? new Place.Floor(hand) : step.place();
    return near
        ? new Tick.Done(world.withPlace(step.item(), place))
        : new Tick.Stuck(world, "I can't reach that");
  }

  Tick slide(World world, Step.Slide step, Memory memory) {
    return memory.seconds() < 2 * GRIP_SECONDS
        ? new Tick.On(world, memory)
        : new Tick.Done(world.withPlace(step.item(), step.to()));
  }

  Tick setOpen(World world, Step.SetOpen step, Memory memory) {
    World.Condition now = world.condition(step.name());
    if (now.open() == step.open()) {
      return new Tick.Done(world);
    }
    if (step.open() && now.locked()) {
      return new Tick.Stuck(world, "the " + step.name() + " is locked");
    }
    if (!isNear(world, step.name())) {
      return new Tick.Stuck(world, "I can't reach the " + step.name());
    }
    Optional<Area> door =
        apartment.doors().stream()
            .filter(it -> it.name().equals(step.name()))
            .map(it -> it.area())
            .findFirst();
    if (!step.open() && door.isPresent() && isSomethingIn(door.get(), world)) {
      return new Tick.Stuck(world, "something stands in the " + step.name());
    }
    if (memory.seconds() < OPEN_SECONDS) {
      return new Tick.On(world, memory);
    }
    return new Tick.Done(
        world.withCondition(step.name(), new World.Condition(step.open(), now.locked(), now.on())));
  }

  Tick setOn(World world, Step.SetOn step, Memory memory) {
    if (!isNear(world, step.name())) {
      return new Tick.Stuck(world, "I can't reach the " + step.name());
    }
    if (memory.seconds() < SWITCH_SECONDS) {
      return new Tick.On(world, memory);
    }
    World.Condition now = world.condition(step.name());
    return new Tick.Done(
        world.withCondition(step.name(), new World.Condition(now.open(), now.locked(), step.on())));
  }

  Tick pour(World world, Step.Pour step, Memory memory) {
    if (!world.held().equals(Optional.of(step.from()))) {
      return new Tick.Stuck(world, "I don't have the " + step.from() + " in my hand");
    }
    Item into = apartment.item(step.into());
    if (apartment.pointOf(into.name(), world).distanceTo(world.robot().hand()) > 0.15) {
      return new Tick.Stuck(world, "I can't reach the " + step.into());
    }
    return memory.seconds() < POUR_SECONDS
        ? new Tick.On(world.with(world.robot().showing("pour")), memory)
        : new Tick.Done(
            world.with(world.robot().showing("")).withContents(step.into(), step.what()));
  }

  private boolean isNear(World world, String name) {
    Point robot = world.robot().at();
    return apartment.fixtures().stream()
            .anyMatch(it -> it.name().equals(name) && it.area().distanceTo(robot) < HANDLE)
        || apartment.doors().stream()
            .anyMatch(it -> it.name().equals(name) && it.area().distanceTo(robot) < HANDLE);
  }

  private boolean isSomethingIn(Area door, World world) {
    return door.distanceTo(world.robot().at()) < Limits.RADIUS
        || apartment.people().stream()
            .anyMatch(it ->
                door.distanceTo(apartment.stance(it.name(), world).at()) < Limits.PERSON_RADIUS);
  }
}
