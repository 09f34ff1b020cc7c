package dev.creature.tools.rosbridge;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.tools.remote.RemoteBody;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * A ROS 2 robot as a body: each task is a goal of one action. Start rosbridge with {@code
 * send_action_goals_in_new_thread:=true}, else it reads no cancel while a goal runs.
 */
public final class RosbridgeBody {
  private RosbridgeBody() {}

  /**
   * The body of this name.
   *
   * @param name stays the same over restarts: the journal is found by it
   */
  public static Behavior<BodyCommand> create(
      String name, StopReflex reflex, RosbridgeSettings settings, GoalMapping mapping) {
    return Behaviors.setup(_ -> {
      RosbridgeRobot robot = new RosbridgeRobot(settings, mapping);
      robot.connect();
      return RemoteBody.create(name, reflex, robot);
    });
  }
}
