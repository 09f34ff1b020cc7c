package dev.creature.tools.simulator.run;

import dev.creature.tools.simulator.motion.Base;
import dev.creature.tools.simulator.motion.FloorPlan;
import dev.creature.tools.simulator.motion.Limits;
import dev.creature.tools.simulator.motion.PathPlanner;
import dev.creature.tools.simulator.plan.Step;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Robot;
import dev.creature.tools.simulator.world.World;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The base: to places, turns, a way straight on. Never into anything. */
final class DriveRun {
  private static final double CORNER = 0.08;
  private static final double GOAL = 0.03;
  private static final int PATIENCE = 6;

  private final Apartment apartment;
  private final FloorPlan floor;
  private final PathPlanner paths;

  DriveRun(Apartment apartment, FloorPlan floor, PathPlanner paths) {
    this.apartment = apartment;
    this.floor = floor;
    this.paths = paths;
  }

  Tick drive(World world, Step.Drive step, Memory memory) {
    Predicate<Point> isGoal = isGoal(step, 0);
    if (memory.way().isEmpty()) {
      // The goal of a way is the middle of a cell, and the base stops near it, not on it.
      if (isGoal(step, 0.05).test(world.robot().at())) {
        return Stepper.untilStanding(world, memory).orElse(new Tick.Done(world));
      }
      return plan(world, step, isGoal, memory);
    }
    return along(world, memory);
  }

  private Predicate<Point> isGoal(Step.Drive step, double slack) {
    return point ->
        step.target().distanceTo(point) <= step.within() + slack
            && (step.room().isEmpty()
                || apartment.roomAt(point).filter(it -> it.name().equals(step.room())).isPresent());
  }

  private Tick plan(World world, Step.Drive step, Predicate<Point> isGoal, Memory memory) {
    Point here = world.robot().at();
    Point near = step.target().centre();
    double slack = step.within() + Math.hypot(step.target().width(), step.target().depth()) / 2;
    Optional<List<Point>> way = paths.find(here, isGoal, near, slack, world, "");
    if (way.isEmpty()) {
      return new Tick.Stuck(world, whyNoWay(world, step, isGoal, near, slack));
    }
    if (way.get().isEmpty()) {
      return new Tick.Done(world);
    }
    Optional<Door> closed = paths.closedDoorOn(here, way.get(), world);
    if (closed.isPresent()) {
      Door door = closed.get();
      return new Tick.First(
          world,
          List.of(
              new Step.Drive(door.area(), 0.6, "", "", "going to the " + door.name()),
              new Step.Face(door.area().centre()),
              new Step.SetOpen(door.name(), true)));
    }
    return new Tick.On(world.with(Base.brake(world.robot())), memory.withWay(way.get()));
  }

  private String whyNoWay(
      World world, Step.Drive step, Predicate<Point> isGoal, Point near, double slack) {
    World unlocked = world;
    for (Door door : apartment.doors()) {
      unlocked = unlocked.withCondition(door.name(), new World.Condition(false, false, false));
    }
    String where = step.words().replaceFirst("^(going|taking .*) to ", "");
    return paths
        .find(world.robot().at(), isGoal, near, slack, unlocked, "")
        .flatMap(way ->
            apartment.doors().stream()
                .filter(it -> FloorPlan.isBarred(it, world))
                .filter(it -> crosses(world.robot().at(), way, it))
                .findFirst())
        .map(door -> "the " + door.name() + " is locked")
        .orElse("I can't get to " + where);
  }

  private static boolean crosses(Point from, List<Point> way, Door door) {
    Point at = from;
    for (Point corner : way) {
      double length = at.distanceTo(corner);
      for (double done = 0; done <= length; done += 0.05) {
        if (door.area().contains(at.towards(at.headingTo(corner), done))) {
          return true;
        }
      }
      at = corner;
    }
    return false;
  }

  /** One tick along the planned way. */
  Tick along(World world, Memory memory) {
    List<Point> way = memory.way();
    boolean last = way.size() == 1;
    if (world.robot().at().distanceTo(way.getFirst()) < (last ? GOAL : CORNER)) {
      List<Point> rest = way.subList(1, way.size());
      return new Tick.On(world.with(Base.brake(world.robot())), memory.withWay(rest));
    }
    Robot next = Base.drive(world.robot(), way.getFirst(), last);
    if (next.at().distanceTo(world.robot().at()) > 0
        && floor.collides(next.at(), Limits.RADIUS, world, "")) {
      return memory.replans() < PATIENCE
          ? new Tick.On(world.with(world.robot().still()), memory.withReplan())
          : new Tick.Stuck(world, "something is in my way");
    }
    return new Tick.On(world.with(next), memory);
  }

  Tick face(World world, Point point, Memory memory) {
    double heading = world.robot().at().headingTo(point);
    boolean close = world.robot().at().distanceTo(point) < 0.05;
    return close ? new Tick.Done(world) : turnTo(world, heading, memory);
  }

  Tick turnBy(World world, double radians, Memory memory) {
    double turned = memory.turned();
    double left = radians - turned;
    if (Math.abs(left) < 0.01 && Math.abs(world.robot().turnRate()) < 0.15) {
      return new Tick.Done(world.with(world.robot().still()));
    }
    // At most a quarter at a time, so that half a turn goes the way that was asked for.
    double aim = Math.clamp(left, -Math.PI / 2, Math.PI / 2);
    Robot next = Base.face(world.robot(), world.robot().heading() + aim);
    double by = Base.difference(next.heading(), world.robot().heading());
    return new Tick.On(world.with(next), memory.withTurned(turned + by));
  }

  private static Tick turnTo(World world, double heading, Memory memory) {
    Robot robot = world.robot();
    double left = Math.abs(Base.difference(heading, robot.heading()));
    if (left < 0.01 && Math.abs(robot.turnRate()) < 0.15) {
      return new Tick.Done(world.with(robot.still()));
    }
    return new Tick.On(world.with(Base.face(robot, heading)), memory);
  }

  /** Straight on, and no farther than it is free. */
  Tick moveBy(World world, double metres, Memory memory) {
    Robot robot = world.robot();
    double done = robot.at().distanceTo(memory.start());
    double left = Math.abs(metres) - done;
    if (left < 0.01) {
      return Stepper.untilStanding(world, memory).orElse(new Tick.Done(world));
    }
    Robot next = Base.along(robot, Math.copySign(left, metres));
    if (next.at().distanceTo(robot.at()) > 0
        && floor.collides(next.at(), Limits.RADIUS, world, "")) {
      return new Tick.Stuck(
          world,
          done < 0.05 ? "something is in my way" : "I can't go farther: something is in my way");
    }
    return new Tick.On(world.with(next), memory);
  }
}
