package dev.creature.tools.simulator.run;

import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Robot;
import java.util.List;

/**
 * What a step remembers from one tick to the next.
 *
 * @param seconds since it began
 * @param start where the base stood then
 * @param turned by how much since then, radians
 * @param way the corners still to come; empty when none is planned
 * @param replans how often the way was blocked
 * @param walk the corners of the person who comes along or goes before
 * @param idleSeconds since anything moved
 */
record Memory(
    double seconds,
    Point start,
    double turned,
    List<Point> way,
    int replans,
    List<Point> walk,
    double idleSeconds) {
  Memory {
    way = List.copyOf(way);
    walk = List.copyOf(walk);
  }

  static Memory begin(Robot robot) {
    return new Memory(0, robot.at(), 0, List.of(), 0, List.of(), 0);
  }

  Memory after(double more) {
    return new Memory(seconds + more, start, turned, way, replans, walk, idleSeconds);
  }

  Memory withWay(List<Point> next) {
    return new Memory(seconds, start, turned, next, replans, walk, idleSeconds);
  }

  Memory withTurned(double next) {
    return new Memory(seconds, start, next, way, replans, walk, idleSeconds);
  }

  Memory withReplan() {
    return new Memory(seconds, start, turned, List.of(), replans + 1, walk, idleSeconds);
  }

  Memory withWalk(List<Point> next) {
    return new Memory(seconds, start, turned, way, replans, next, idleSeconds);
  }

  Memory withIdle(double next) {
    return new Memory(seconds, start, turned, way, replans, walk, next);
  }
}
