package dev.creature.tools.rosbridge;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach a robot over rosbridge.
 *
 * @param address such as {@code ws://robot:9090/}
 * @param action name of the action server, such as {@code /do_physical_task}
 * @param actionType its type, such as {@code creature_msgs/action/PhysicalTask}
 * @param velocityTopic where a zero velocity halts the base, such as {@code /cmd_vel}
 * @param velocityType {@code geometry_msgs/msg/Twist} or {@code geometry_msgs/msg/TwistStamped}
 * @param connecting how long a connection may take
 * @param firstRetry the wait before the first new attempt; doubles up to {@code longestRetry}
 * @param silence after this long without feedback or result a goal has failed, whether the robot is
 *     connected or not
 */
public record RosbridgeSettings(
    URI address,
    String action,
    String actionType,
    String velocityTopic,
    String velocityType,
    Duration connecting,
    Duration firstRetry,
    Duration longestRetry,
    Duration silence) {
  public RosbridgeSettings {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("ws") && !scheme.equals("wss")) {
      throw new IllegalArgumentException("a rosbridge address starts with ws, not " + address);
    }
    if (action.isBlank() || actionType.isBlank()) {
      throw new IllegalArgumentException("an action has a name and a type");
    }
  }

  /** The usual names and times. */
  public static RosbridgeSettings at(URI address) {
    return new RosbridgeSettings(
        address,
        "/do_physical_task",
        "creature_msgs/action/PhysicalTask",
        "/cmd_vel",
        "geometry_msgs/msg/Twist",
        Duration.ofSeconds(5),
        Duration.ofMillis(250),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }
}
