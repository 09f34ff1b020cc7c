package dev.creature.tools.simulator.world;

/** A rectangle on the floor from its lower left corner, in metres. */
public record Area(double x, double y, double width, double depth) {
  public Area {
    if (!(width > 0) || !(depth > 0)) {
      throw new IllegalArgumentException(
          "an area needs a width and a depth above 0, not " + width + " x " + depth);
    }
  }

  /** A small area around a point. */
  public static Area around(Point point) {
    return new Area(point.x() - 0.01, point.y() - 0.01, 0.02, 0.02);
  }

  /** Whether the point is inside or on the edge. */
  public boolean contains(Point point) {
    return point.x() >= x && point.x() <= x + width && point.y() >= y && point.y() <= y + depth;
  }

  /** Whether the whole of the other one is inside. */
  public boolean contains(Area other) {
    return contains(new Point(other.x, other.y))
        && contains(new Point(other.x + other.width, other.y + other.depth));
  }

  /** The middle. */
  public Point centre() {
    return new Point(x + width / 2, y + depth / 2);
  }

  /** The point of this area that is nearest to another point. */
  public Point nearest(Point point) {
    return new Point(Math.clamp(point.x(), x, x + width), Math.clamp(point.y(), y, y + depth));
  }

  /** From the point to the nearest edge, in metres; 0 inside. */
  public double distanceTo(Point point) {
    return nearest(point).distanceTo(point);
  }
}
