package dev.creature.tools.simulator.world;

/** A point on the floor, in metres: x to the right, y up the map. */
public record Point(double x, double y) {
  /** In metres. */
  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** The direction to another point: radians, 0 along x, counter-clockwise. */
  public double headingTo(Point other) {
    return Math.atan2(other.y - y, other.x - x);
  }

  /** The point so far away in that direction. */
  public Point towards(double heading, double metres) {
    return new Point(x + metres * Math.cos(heading), y + metres * Math.sin(heading));
  }
}
