package dev.creature.actors.body;

import dev.creature.actors.Crossing;
import java.util.List;
import java.util.Optional;

/**
 * What a body knows of the world around it, to be looked at from above. Lengths are metres; x goes
 * right and y up on the map; headings are radians, 0 along x, counter-clockwise.
 *
 * @param version grows whenever what stands still has changed (furniture, doors, things), so that a
 *     page may draw only what moves while it stays the same
 * @param tMillis the body's own clock
 * @param held name of what is in the hand
 * @param doing what it does now, in words; empty when idle
 * @param stopped whether the stop latch holds
 */
public record WorldView(
    long version,
    long tMillis,
    List<RoomView> rooms,
    List<DoorView> doors,
    List<FurnitureView> furniture,
    List<ThingView> things,
    List<PersonView> people,
    RobotView robot,
    Optional<String> held,
    String doing,
    boolean stopped)
    implements Crossing {
  public WorldView {
    rooms = List.copyOf(rooms);
    doors = List.copyOf(doors);
    furniture = List.copyOf(furniture);
    things = List.copyOf(things);
    people = List.copyOf(people);
  }

  /** A rectangle from its lower left corner. */
  public record AreaView(double x, double y, double width, double depth) {}

  /** A room between its walls. */
  public record RoomView(String name, AreaView area) {}

  /** A door: the gap in the wall that it fills when it is closed. */
  public record DoorView(String name, AreaView area, boolean open, boolean locked) {}

  /**
   * Furniture or a device.
   *
   * @param kind such as {@code table}, {@code fridge}
   * @param colour an English colour word; empty when it has none
   */
  public record FurnitureView(
      String name,
      String kind,
      String room,
      AreaView area,
      String colour,
      boolean opens,
      boolean open,
      boolean switches,
      boolean on) {}

  /**
   * A thing that can be moved.
   *
   * @param where in words, such as {@code on the kitchen table}
   * @param hidden whether it is inside something closed
   */
  public record ThingView(
      String name, String kind, String colour, double x, double y, String where, boolean hidden) {}

  /** Somebody. */
  public record PersonView(String name, double x, double y, double heading, boolean user) {}

  /**
   * The creature's body.
   *
   * @param radius of its round base
   * @param handReach how far the hand is from the middle of the base, along the heading
   * @param handHeight of the hand above the floor
   * @param gesture such as {@code wave}; empty when there is none
   * @param path where it is going, corner by corner: x and y in turns
   */
  public record RobotView(
      double x,
      double y,
      double heading,
      double speed,
      double radius,
      double handReach,
      double handHeight,
      String gesture,
      List<Double> path) {
    public RobotView {
      path = List.copyOf(path);
    }
  }
}
