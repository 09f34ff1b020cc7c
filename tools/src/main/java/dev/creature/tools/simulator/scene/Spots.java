package dev.creature.tools.simulator.scene;

import dev.creature.tools.simulator.motion.PathPlanner;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Robot;
import dev.creature.tools.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Where on a piece of furniture a thing can lie so that the hand gets there. */
public final class Spots {
  private static final double RASTER = 0.11;
  private static final double APART = 0.10;

  /** A little less than the arm's length, since the base never stops quite at its goal. */
  private static final double WITHIN = Robot.Arm.LONGEST_REACH - 0.12;

  private final Apartment apartment;
  private final PathPlanner paths;

  public Spots(Apartment apartment, PathPlanner paths) {
    this.apartment = apartment;
    this.paths = paths;
  }

  /** Whether the base can stand somewhere in that room from where the hand gets to the point. */
  public boolean isReachable(Point point, String room, World world) {
    return isReachable(point, room, paths.standing(world));
  }

  private boolean isReachable(Point point, String room, Predicate<Point> canStand) {
    Area floor = apartment.room(room).area();
    for (double away = 0.25; away <= WITHIN; away += 0.05) {
      for (int i = 0; i < 24; i++) {
        Point stand = point.towards(i * Math.PI / 12, away);
        if (floor.contains(stand) && canStand.test(stand)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Free spots that can be reached, those with most room around them first; inside a container
   * things may lie on one another, so there is always one.
   */
  public List<Point> free(Fixture fixture, boolean inside, World world) {
    List<Point> taken =
        world.places().values().stream()
            .filter(
                place -> place instanceof Place.At(String at, _, _) && at.equals(fixture.name()))
            .map(place -> ((Place.At) place).point())
            .toList();
    Predicate<Point> canStand = paths.standing(world);
    List<Point> reachable =
        raster(fixture.area()).stream()
            .filter(point -> isReachable(point, fixture.room(), canStand))
            .toList();
    List<Point> free =
        reachable.stream()
            .filter(point -> room(point, taken) >= APART)
            .filter(point -> inside || !isUnderDevice(point, fixture))
            .toList();
    List<Point> spots = free.isEmpty() && inside ? reachable : free;
    return spots.stream()
        .sorted(Comparator.comparingDouble(point -> -Math.min(0.25, room(point, taken))))
        .toList();
  }

  /** The best of {@link #free}. */
  public Optional<Point> best(Fixture fixture, boolean inside, World world) {
    return free(fixture, inside, world).stream().findFirst();
  }

  private static double room(Point point, List<Point> taken) {
    return taken.stream().mapToDouble(point::distanceTo).min().orElse(Double.MAX_VALUE);
  }

  /** What stands on a counter takes its place there. */
  private boolean isUnderDevice(Point point, Fixture fixture) {
    return apartment.fixtures().stream()
        .anyMatch(it ->
            !it.equals(fixture)
                && !it.blocks()
                && !it.kind().equals("drawer")
                && fixture.area().contains(it.area())
                && it.area().distanceTo(point) < 0.04);
  }

  private static List<Point> raster(Area area) {
    List<Point> points = new ArrayList<>();
    int columns = Math.max(1, (int) (area.width() / RASTER));
    int rows = Math.max(1, (int) (area.depth() / RASTER));
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < rows; row++) {
        points.add(
            new Point(
                area.x() + (column + 0.5) * area.width() / columns,
                area.y() + (row + 0.5) * area.depth() / rows));
      }
    }
    return points;
  }
}
