package dev.creature.tools.simulator.run;

import dev.creature.tools.simulator.motion.Base;
import dev.creature.tools.simulator.motion.FloorPlan;
import dev.creature.tools.simulator.motion.Limits;
import dev.creature.tools.simulator.motion.PathPlanner;
import dev.creature.tools.simulator.plan.Step;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Room;
import dev.creature.tools.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** With somebody: after them, or before them. People open doors by themselves. */
final class CompanyRun {
  private static final double BEHIND = 0.9;
  private static final double FAR = 2.2;
  private static final double STAYS_SECONDS = 2;
  private static final double LOOK_AGAIN_SECONDS = 0.5;

  private final Apartment apartment;
  private final PathPlanner paths;
  private final DriveRun drive;

  CompanyRun(Apartment apartment, PathPlanner paths, DriveRun drive) {
    this.apartment = apartment;
    this.paths = paths;
    this.drive = drive;
  }

  /** The person walks to the next place of theirs; the body stays behind them until they stay. */
  Tick follow(World world, String person, Memory memory) {
    if (memory.seconds() <= 1.5 * Limits.STEP) {
      List<Point> walk = walkOf(person, world);
      return new Tick.On(withDoorsOpen(world, person, walk), memory.withWalk(walk));
    }
    World walked = world;
    Memory next = memory;
    double apart = apart(person, world);
    if (!memory.walk().isEmpty() && apart < FAR) {
      Walked step = walk(world, person, memory.walk(), 0.25);
      walked = step.world();
      next = memory.withWalk(step.left());
    }
    if (apart <= BEHIND) {
      double idle = next.walk().isEmpty() ? next.idleSeconds() + Limits.STEP : 0;
      World still = walked.with(Base.brake(walked.robot()));
      return idle > STAYS_SECONDS && Base.stands(still.robot())
          ? new Tick.Done(still)
          : new Tick.On(still, next.withWay(List.of()).withIdle(idle));
    }
    if (next.way().isEmpty() || isTimeToLook(next)) {
      Point at = apartment.stance(person, walked).at();
      Optional<List<Point>> way =
          paths.find(
              walked.robot().at(), it -> it.distanceTo(at) < BEHIND - 0.1, at, BEHIND, walked, "");
      if (way.isEmpty() || way.get().isEmpty()) {
        return next.seconds() > 60
            ? new Tick.Stuck(walked, "I have lost " + person)
            : new Tick.On(walked.with(Base.brake(walked.robot())), next);
      }
      next = next.withWay(way.get());
    }
    return drive.along(walked, next);
  }

  /** The body goes to the place; the person comes after it, and it waits where they are slow. */
  Tick lead(World world, Step.Lead step, Memory memory) {
    World walked = world;
    Memory next = memory;
    double apart = apart(step.person(), world);
    if (apart > BEHIND + 0.1) {
      if (next.walk().isEmpty() || isTimeToLook(next)) {
        Point robot = world.robot().at();
        Point from = apartment.stance(step.person(), world).at();
        next =
            next.withWalk(
                paths
                    .findForPerson(
                        from,
                        it -> it.distanceTo(robot) < BEHIND,
                        robot,
                        BEHIND,
                        world,
                        step.person())
                    .orElse(List.of()));
      }
      Walked after = walk(world, step.person(), next.walk(), 0.25);
      walked = after.world();
      next = next.withWalk(after.left());
    }
    if (apart > FAR) {
      return new Tick.On(walked.with(Base.brake(walked.robot())), next);
    }
    double within =
        step.room().isEmpty()
                || apartment.rooms().stream()
                    .noneMatch(it -> it.name().equals(step.room()) && isWhole(it, step.target()))
            ? 0.75
            : 1.0;
    Step.Drive goal =
        new Step.Drive(step.target(), within, step.room(), step.person(), step.words());
    return switch (drive.drive(walked, goal, next)) {
      case Tick.Done(World there) ->
          apart <= BEHIND + 0.4 || next.idleSeconds() > 8
              ? new Tick.Done(there)
              : new Tick.On(there, next.withIdle(next.idleSeconds() + Limits.STEP));
      case Tick other -> other;
    };
  }

  private static boolean isWhole(Room room, Area target) {
    return target.centre().distanceTo(room.area().centre()) < 0.05;
  }

  private record Walked(World world, List<Point> left) {}

  /** 20 ms of walking; nobody walks into the body. */
  private Walked walk(World world, String person, List<Point> way, double distance) {
    if (way.isEmpty()) {
      return new Walked(world, way);
    }
    Point at = apartment.stance(person, world).at();
    Point corner = way.getFirst();
    double step = Limits.WALKING_SPEED * Limits.STEP;
    if (at.distanceTo(corner) <= step) {
      return new Walked(world, way.subList(1, way.size()));
    }
    Point next = at.towards(at.headingTo(corner), step);
    boolean comesNearer = next.distanceTo(world.robot().at()) < at.distanceTo(world.robot().at());
    if (comesNearer && next.distanceTo(world.robot().at()) < distance + Limits.RADIUS) {
      return new Walked(world, way);
    }
    return new Walked(world.withPerson(person, new World.Stance(next, at.headingTo(corner))), way);
  }

  private List<Point> walkOf(String person, World world) {
    Point at = apartment.stance(person, world).at();
    Optional<Room> here = apartment.roomAt(at);
    Optional<Room> to =
        apartment.person(person).walk().stream()
            .flatMap(name -> apartment.rooms().stream().filter(it -> it.name().equals(name)))
            .filter(room -> !Optional.of(room).equals(here))
            .findFirst();
    return to.flatMap(
            room -> {
              Point middle = room.area().centre();
              return paths.findForPerson(
                  at,
                  it -> room.area().contains(it) && it.distanceTo(middle) < 1.0,
                  middle,
                  1.0,
                  world,
                  person);
            })
        .orElse(List.of());
  }

  private World withDoorsOpen(World world, String person, List<Point> way) {
    World open = world;
    Point from = apartment.stance(person, world).at();
    Optional<Door> closed = paths.closedDoorOn(from, way, open);
    while (closed.isPresent() && FloorPlan.isShut(closed.get(), open)) {
      open = open.withCondition(closed.get().name(), new World.Condition(true, false, false));
      closed = paths.closedDoorOn(from, way, open);
    }
    return open;
  }

  private double apart(String person, World world) {
    return apartment.stance(person, world).at().distanceTo(world.robot().at());
  }

  private static boolean isTimeToLook(Memory memory) {
    return memory.seconds() % LOOK_AGAIN_SECONDS < Limits.STEP;
  }
}
