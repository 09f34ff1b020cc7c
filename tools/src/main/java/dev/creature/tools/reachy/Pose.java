package dev.creature.tools.reachy;

import java.time.Duration;

/**
 * Where one movement ends. Angles are radians; x is forward, y left, z up, so a positive yaw is to
 * the left and a positive pitch down.
 *
 * @param right antenna, {@code left} antenna: 0 is upright
 * @param bodyYaw of the base against its foot
 */
record Pose(
    double roll,
    double pitch,
    double yaw,
    double right,
    double left,
    double bodyYaw,
    Duration duration) {
  /** Looks straight ahead. */
  static Pose rest(Duration duration) {
    return new Pose(0, 0, 0, 0, 0, 0, duration);
  }

  static Pose head(double roll, double pitch, double yaw, long millis) {
    return new Pose(roll, pitch, yaw, 0, 0, 0, Duration.ofMillis(millis));
  }

  static Pose antennas(double right, double left, long millis) {
    return new Pose(0, 0, 0, right, left, 0, Duration.ofMillis(millis));
  }

  static Pose base(double yaw, long millis) {
    return new Pose(0, 0, 0, 0, 0, yaw, Duration.ofMillis(millis));
  }
}
