package dev.creature.tools.simulator.motion;

import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Door;
import dev.creature.tools.simulator.world.Fixture;
import dev.creature.tools.simulator.world.Person;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where the base can be, exactly and as a raster. Thread-safe; rasters are computed once. */
public final class FloorPlan {
  private final Apartment apartment;
  private final List<Area> solid;
  private final Map<Set<String>, Raster> rasters = new ConcurrentHashMap<>();

  public FloorPlan(Apartment apartment) {
    this.apartment = apartment;
    this.solid = apartment.fixtures().stream().filter(Fixture::blocks).map(Fixture::area).toList();
  }

  /** Whether a door can't be passed now. */
  public static boolean isShut(Door door, World world) {
    return door.rooms().contains("outside") || !world.condition(door.name()).open();
  }

  /** Whether a door can't be opened, either. */
  public static boolean isBarred(Door door, World world) {
    return door.rooms().contains("outside")
        || (!world.condition(door.name()).open() && world.condition(door.name()).locked());
  }

  /**
   * Whether the base, with this radius, would touch a wall, a closed door, furniture or a person.
   *
   * @param except a person who is allowed to be near; empty for none
   */
  public boolean collides(Point at, double radius, World world, String except) {
    return collidesWithHome(at, radius, world) || collidesWithPeople(at, radius, world, except);
  }

  private boolean collidesWithHome(Point at, double radius, World world) {
    if (solid.stream().anyMatch(area -> area.distanceTo(at) < radius)) {
      return true;
    }
    for (int i = 0; i < 16; i++) {
      if (!isFloor(at.towards(i * Math.PI / 8, radius), door -> !isShut(door, world))) {
        return true;
      }
    }
    return false;
  }

  private boolean collidesWithPeople(Point at, double radius, World world, String except) {
    return apartment.people().stream()
        .map(Person::name)
        .filter(name -> !name.equals(except))
        .anyMatch(name ->
            apartment.stance(name, world).at().distanceTo(at) < radius + Limits.PERSON_RADIUS);
  }

  /** The raster of where the middle of the base can be when these doors can't be passed. */
  Raster raster(Predicate<Door> barred) {
    Set<String> names =
        apartment.doors().stream().filter(barred).map(Door::name).collect(Collectors.toSet());
    return rasters.computeIfAbsent(names, this::draw);
  }

  private Raster draw(Set<String> barred) {
    return Raster.draw(
        bounds(),
        point ->
            isFloor(point, door -> !barred.contains(door.name()))
                && solid.stream().noneMatch(area -> area.contains(point)),
        Limits.CLEARANCE);
  }

  private boolean isFloor(Point point, Predicate<Door> passable) {
    return apartment.rooms().stream().anyMatch(room -> room.area().contains(point))
        || apartment.doors().stream()
            .anyMatch(door -> door.area().contains(point) && passable.test(door));
  }

  private Area bounds() {
    double left = Double.MAX_VALUE;
    double low = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (Area area : apartment.rooms().stream().map(room -> room.area()).toList()) {
      left = Math.min(left, area.x());
      low = Math.min(low, area.y());
      right = Math.max(right, area.x() + area.width());
      high = Math.max(high, area.y() + area.depth());
    }
    return new Area(left, low, right - left, high - low);
  }
}
