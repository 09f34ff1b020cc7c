package dev.creature.tools.simulator.world;

/**
 * The state of the body.
 *
 * @param at middle of its round base
 * @param heading radians, 0 along x, counter-clockwise, from -π to π
 * @param speed metres a second along the heading
 * @param turnRate radians a second
 * @param reach of the hand from the middle of the base along the heading, in metres
 * @param height of the hand above the floor, in metres
 * @param gesture what it shows, such as {@code wave}; empty for nothing
 */
public record Robot(
    Point at,
    double heading,
    double speed,
    double turnRate,
    double reach,
    double height,
    String gesture) {

  /** Standing with its arm folded. */
  public static Robot standing(Point at, double heading) {
    return new Robot(at, heading, 0, 0, Arm.FOLDED_REACH, Arm.FOLDED_HEIGHT, "");
  }

  /** The same, with all motion taken out. */
  public Robot still() {
    return new Robot(at, heading, 0, 0, reach, height, "");
  }

  /** The same, with the base elsewhere and moving so. */
  public Robot moved(Point to, double toHeading, double newSpeed, double newTurnRate) {
    return new Robot(to, toHeading, newSpeed, newTurnRate, reach, height, gesture);
  }

  /** The same, with the hand elsewhere. */
  public Robot withHand(double newReach, double newHeight) {
    return new Robot(at, heading, speed, turnRate, newReach, newHeight, gesture);
  }

  /** The same, showing that. */
  public Robot showing(String newGesture) {
    return new Robot(at, heading, speed, turnRate, reach, height, newGesture);
  }

  /** The point on the floor below the hand. */
  public Point hand() {
    return at.towards(heading, reach);
  }

  /** Sizes of the arm, in metres. */
  public static final class Arm {
    /** Folded, the hand is inside the base's circle. */
    public static final double FOLDED_REACH = 0.15;

    public static final double FOLDED_HEIGHT = 0.75;

    /** As far as the hand gets from the middle of the base. */
    public static final double LONGEST_REACH = 0.80;

    /** As high as the hand gets. */
    public static final double HIGHEST = 1.60;

    private Arm() {}
  }
}
