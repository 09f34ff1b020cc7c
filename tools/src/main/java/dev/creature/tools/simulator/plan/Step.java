package dev.creature.tools.simulator.plan;

import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Place;
import dev.creature.tools.simulator.world.Point;

/** A primitive motion. Each is checked again when it begins: the world may have changed. */
public sealed interface Step {
  /**
   * To a place from where the target is near, in the same room.
   *
   * @param within metres from the target to the middle of the base
   * @param room where to stand; empty for any
   * @param person who may be near; empty for nobody
   * @param words for the progress, such as {@code going to the kitchen}
   */
  record Drive(Area target, double within, String room, String person, String words)
      implements Step {}

  /** Turn towards a point. */
  record Face(Point point) implements Step {}

  /** Turn on the spot; radians, above 0 to the left. */
  record TurnBy(double radians) implements Step {}

  /** Straight on; metres, below 0 backwards. */
  record MoveBy(double metres) implements Step {}

  /** The hand over a point. */
  record Reach(Point point, double height) implements Step {}

  /** The hand back to the body. */
  record Fold() implements Step {}

  /** Close the hand around a thing. */
  record Grip(String item) implements Step {}

  /** Open the hand; the thing stays there. */
  record LetGo(String item, Place place) implements Step {}

  /** Push a thing along its surface. */
  record Slide(String item, Place to) implements Step {}

  /** A door, a fridge, a drawer. */
  record SetOpen(String name, boolean open) implements Step {}

  /** A lamp, a device, a tap. */
  record SetOn(String name, boolean on) implements Step {}

  /** What is in one vessel goes into another one. */
  record Pour(String from, String into, String what) implements Step {}

  /** Show something for a while: {@code wave}, {@code nod}, {@code point}, {@code wipe}. */
  record Gesture(String name, double seconds, String words) implements Step {}

  /** Go after somebody until they stay. */
  record Follow(String person) implements Step {}

  /** Lead somebody to a place. */
  record Lead(String person, Area target, String room, String words) implements Step {}
}
