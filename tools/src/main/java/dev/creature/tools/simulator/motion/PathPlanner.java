package dev.creature.tools.simulator.motion;

import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * Ways through the apartment: A* over the raster, then corners that need not be taken are left out.
 * Doors that are closed but not locked may lie on the way, at a price.
 */
public final class PathPlanner {
  /** Opening a door takes as long as so many metres. */
  private static final double DOOR_PRICE = 3.0;

  private record Open(int cell, double estimate) {}

  private final Apartment apartment;
  private final FloorPlan floor;

  public PathPlanner(Apartment apartment, FloorPlan floor) {
    this.apartment = apartment;
    this.floor = floor;
  }

  /**
   * A way for a person, who goes around the body.
   *
   * @param person who walks
   */
  public Optional<List<Point>> findForPerson(
      Point from, Predicate<Point> isGoal, Point near, double slack, World world, String person) {
    Point robot = world.robot().at();
    return find(from, isGoal, near, slack, world, person, point -> point.distanceTo(robot) >= 0.55);
  }

  /**
   * The corners of the shortest way, without the start.
   *
   * @param isGoal where it may end
   * @param near a point near all goals, in a straight line; guides the search
   * @param slack how far a goal may be from there, in metres
   * @param except a person who is not in the way; empty for none
   */
  public Optional<List<Point>> find(
      Point from, Predicate<Point> isGoal, Point near, double slack, World world, String except) {
    return find(from, isGoal, near, slack, world, except, _ -> true);
  }

  private Optional<List<Point>> find(
      Point from,
      Predicate<Point> isGoal,
      Point near,
      double slack,
      World world,
      String except,
      Predicate<Point> isAllowed) {
    Raster raster = floor.raster(door -> FloorPlan.isBarred(door, world));
    Predicate<Point> clear =
        point -> raster.isFree(point) && isAllowed.test(point) && !isPerson(point, world, except);
    Optional<Point> start = firstFree(from, clear);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    List<Door> closed =
        apartment.doors().stream()
            .filter(door -> FloorPlan.isShut(door, world) && !FloorPlan.isBarred(door, world))
            .toList();
    int[] cameFrom = new int[raster.size()];
    Arrays.fill(cameFrom, -1);
    double[] cost = new double[raster.size()];
    Arrays.fill(cost, Double.MAX_VALUE);
    PriorityQueue<Open> open =
        new PriorityQueue<>(
            Comparator.comparingDouble(Open::estimate).thenComparingInt(Open::cell));
    int first = raster.cell(start.get());
    cost[first] = 0;
    open.add(new Open(first, 0));
    boolean[] done = new boolean[raster.size()];
    while (!open.isEmpty()) {
      int cell = open.remove().cell();
      if (done[cell]) {
        continue;
      }
      done[cell] = true;
      Point here = raster.centre(cell);
      if (isGoal.test(here)) {
        return Optional.of(corners(from, cell, cameFrom, raster, clear));
      }
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int column = cell % raster.columns() + dx;
          int row = cell / raster.columns() + dy;
          if ((dx == 0 && dy == 0) || !raster.isFree(column, row)) {
            continue;
          }
          int next = row * raster.columns() + column;
          Point there = raster.centre(next);
          if (done[next] || !isAllowed.test(there) || isPerson(there, world, except)) {
            continue;
          }
          boolean entersDoor =
              closed.stream()
                  .anyMatch(door -> door.area().contains(there) && !door.area().contains(here));
          double price =
              cost[cell] + Math.hypot(dx, dy) * Raster.CELL + (entersDoor ? DOOR_PRICE : 0);
          if (price < cost[next] - 1e-9) {
            cost[next] = price;
            cameFrom[next] = cell;
            open.add(new Open(next, price + Math.max(0, there.distanceTo(near) - slack)));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The first closed door that a way leads through. */
  public Optional<Door> closedDoorOn(Point from, List<Point> corners, World world) {
    Point at = from;
    for (Point corner : corners) {
      double length = at.distanceTo(corner);
      double heading = at.headingTo(corner);
      for (double done = 0; done <= length; done += Raster.CELL) {
        Point point = at.towards(heading, done);
        Optional<Door> door =
            apartment.doors().stream()
                .filter(it -> FloorPlan.isShut(it, world) && it.area().contains(point))
                .findFirst();
        if (door.isPresent()) {
          return door;
        }
      }
      at = corner;
    }
    return Optional.empty();
  }

  /** Where the base can stand now. */
  public Predicate<Point> standing(World world) {
    return floor.raster(door -> FloorPlan.isBarred(door, world))::isFree;
  }

  private Optional<Point> firstFree(Point from, Predicate<Point> clear) {
    if (clear.test(from)) {
      return Optional.of(from);
    }
    for (double away = Raster.CELL; away <= 0.5; away += Raster.CELL) {
      for (int i = 0; i < 16; i++) {
        Point point = from.towards(i * Math.PI / 8, away);
        if (clear.test(point)) {
          return Optional.of(point);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isPerson(Point point, World world, String except) {
    for (Person person : apartment.people()) {
      if (!person.name().equals(except)
          && apartment.stance(person.name(), world).at().distanceTo(point)
              < Limits.CLEARANCE + Limits.PERSON_RADIUS) {
        return true;
      }
    }
    return false;
  }

  private List<Point> corners(
      Point from, int goal, int[] cameFrom, Raster raster, Predicate<Point> clear) {
    List<Point> cells = new ArrayList<>();
    for (int cell = goal; cell >= 0; cell = cameFrom[cell]) {
      cells.add(raster.centre(cell));
    }
    List<Point> way = cells.reversed();
    List<Point> corners = new ArrayList<>();
    Point at = way.getFirst();
    if (from.distanceTo(at) > Raster.CELL) {
      corners.add(at);
    }
    int index = 0;
    while (index < way.size() - 1) {
      int farthest = index + 1;
      for (int next = way.size() - 1; next > index + 1; next--) {
        if (isStraight(way.get(index), way.get(next), clear)) {
          farthest = next;
          break;
        }
      }
      corners.add(way.get(farthest));
      index = farthest;
    }
    return List.copyOf(corners);
  }

  private static boolean isStraight(Point from, Point to, Predicate<Point> clear) {
    double length = from.distanceTo(to);
    double heading = from.headingTo(to);
    for (double done = 0; done <= length; done += Raster.CELL / 2) {
      if (!clear.test(from.towards(heading, done))) {
        return false;
      }
    }
    return true;
  }
}
