package dev.creature.tools.simulator.motion;

import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.Robot;

/** The base for one step: speeds within their limits, towards a point or a heading. */
public final class Base {
  private Base() {}

  /**
   * Towards a point: turns first where it must, brakes in time.
   *
   * @param stopsThere whether it is the last corner; at others it only slows down
   */
  public static Robot drive(Robot robot, Point to, boolean stopsThere) {
    double distance = robot.at().distanceTo(to);
    double error = difference(robot.at().headingTo(to), robot.heading());
    double braking = Math.sqrt(2 * 0.8 * Limits.ACCELERATION * distance);
    double wanted =
        Math.abs(error) > 0.35
            ? 0
            : Math.min(Limits.SPEED, braking + (stopsThere ? 0 : 0.15)) * Math.cos(error);
    // Near the goal the direction to it is noise.
    double turn = distance < 0.02 ? 0 : turnRateFor(error);
    return move(robot, wanted, turn);
  }

  /** On the spot, to a heading in radians. */
  public static Robot face(Robot robot, double heading) {
    return move(robot, 0, turnRateFor(difference(heading, robot.heading())));
  }

  /** Along the heading, forwards or (below 0) backwards, braking for what is left to go. */
  public static Robot along(Robot robot, double metresLeft) {
    double braking = Math.sqrt(2 * 0.8 * Limits.ACCELERATION * Math.abs(metresLeft));
    return move(robot, Math.copySign(Math.min(Limits.SPEED / 2, braking), metresLeft), 0);
  }

  /** To a standstill, as fast as the motors brake. */
  public static Robot brake(Robot robot) {
    return move(robot, 0, 0);
  }

  /** Whether it stands. */
  public static boolean stands(Robot robot) {
    return robot.speed() == 0 && robot.turnRate() == 0;
  }

  /** The turn from one heading to another: radians from -π to π. */
  public static double difference(double to, double from) {
    return Math.IEEEremainder(to - from, 2 * Math.PI);
  }

  private static double turnRateFor(double error) {
    double braking = Math.sqrt(2 * 0.7 * Limits.TURN_ACCELERATION * Math.abs(error));
    return Math.copySign(Math.min(Limits.TURN_RATE, Math.min(braking, 8 * Math.abs(error))), error);
  }

  private static Robot move(Robot robot, double speed, double turnRate) {
    double nextSpeed = approach(robot.speed(), speed, Limits.ACCELERATION * Limits.STEP);
    double nextTurn = approach(robot.turnRate(), turnRate, Limits.TURN_ACCELERATION * Limits.STEP);
    double heading = difference(robot.heading() + nextTurn * Limits.STEP, 0);
    Point at = robot.at().towards(heading, nextSpeed * Limits.STEP);
    return robot.moved(at, heading, nextSpeed, nextTurn);
  }

  private static double approach(double now, double wanted, double most) {
    return now + Math.clamp(wanted - now, -most, most);
  }
}
