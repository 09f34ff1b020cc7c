package dev.creature.tools.simulator.motion;

/** What the body's motors can do: metres, radians, seconds. */
public final class Limits {
  /** One step of the simulation, in seconds. */
  public static final double STEP = 0.02;

  public static final double SPEED = 0.7;
  public static final double ACCELERATION = 0.9;
  public static final double TURN_RATE = 2.0;
  public static final double TURN_ACCELERATION = 6.0;

  /** Of the hand, along the arm and up and down. */
  public static final double HAND_SPEED = 0.6;

  /** Of the round base. */
  public static final double RADIUS = 0.20;

  /** Kept from everything when a way is planned, from the middle of the base. */
  public static final double CLEARANCE = 0.26;

  /** A person takes so much room around the middle. */
  public static final double PERSON_RADIUS = 0.2;

  /** A person's pace. */
  public static final double WALKING_SPEED = 0.5;

  /** What the hand can lift, in kilograms. */
  public static final double LIFTS = 3.0;

  private Limits() {}
}
