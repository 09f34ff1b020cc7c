package dev.creature.tools.simulator.motion;

import dev.creature.tools.simulator.world.Area;
import dev.creature.tools.simulator.world.Point;
import java.util.BitSet;
import java.util.function.Predicate;

/** Squares of 5 cm, each free for the middle of the base or not. */
final class Raster {
  static final double CELL = 0.05;

  private final Area bounds;
  private final int columns;
  private final int rows;
  private final BitSet free;

  private Raster(Area bounds, int columns, int rows, BitSet free) {
    this.bounds = bounds;
    this.columns = columns;
    this.rows = rows;
    this.free = free;
  }

  /** The raster of what is floor, less what is nearer than the clearance to anything else. */
  static Raster draw(Area bounds, Predicate<Point> isFloor, double clearance) {
    int columns = (int) Math.ceil(bounds.width() / CELL);
    int rows = (int) Math.ceil(bounds.depth() / CELL);
    Raster floor = new Raster(bounds, columns, rows, new BitSet(columns * rows));
    for (int cell = 0; cell < columns * rows; cell++) {
      floor.free.set(cell, isFloor.test(floor.centre(cell)));
    }
    int reach = (int) Math.ceil(clearance / CELL);
    BitSet clear = (BitSet) floor.free.clone();
    for (int cell = 0; cell < columns * rows; cell++) {
      if (clear.get(cell) && floor.isNearBlocked(cell, reach, clearance)) {
        clear.clear(cell);
      }
    }
    return new Raster(bounds, columns, rows, clear);
  }

  private boolean isNearBlocked(int cell, int reach, double clearance) {
    int column = cell % columns;
    int row = cell / columns;
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        if (Math.hypot(dx, dy) * CELL < clearance && !isFree(column + dx, row + dy)) {
          return true;
        }
      }
    }
    return false;
  }

  int size() {
    return columns * rows;
  }

  int columns() {
    return columns;
  }

  boolean isFree(int column, int row) {
    return column >= 0
        && row >= 0
        && column < columns
        && row < rows
        && free.get(row * columns + column);
  }

  boolean isFree(Point point) {
    return isFree(column(point), row(point));
  }

  int cell(Point point) {
    return Math.clamp(row(point), 0, rows - 1) * columns
        + Math.clamp(column(point), 0, columns - 1);
  }

  Point centre(int cell) {
    return new Point(
        bounds.x() + (cell % columns + 0.5) * CELL,
        bounds.y() + (Math.floorDiv(cell, columns) + 0.5) * CELL);
  }

  private int column(Point point) {
    return (int) Math.floor((point.x() - bounds.x()) / CELL);
  }

  private int row(Point point) {
    return (int) Math.floor((point.y() - bounds.y()) / CELL);
  }
}
