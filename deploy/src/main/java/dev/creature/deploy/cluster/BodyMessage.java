package dev.creature.deploy.cluster;

import dev.creature.actors.Crossing;
import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.task.TaskCommand;
import org.apache.pekko.actor.typed.ActorRef;

/** What goes to the one body of the creature and to its tasks, wherever in the cluster they are. */
public sealed interface BodyMessage extends Crossing {
  /** For the board of tasks. */
  record ToBoard(TaskCommand command) implements BodyMessage {}

  /** For the body. */
  record ToBody(BodyCommand command) implements BodyMessage {}

  /**
   * A node wants to know how the body's stop latch stands, now and whenever it changes.
   *
   * @param stopped how the node's own stands: a body that has just begun, and knows of no stop nor
   *     release, stands still when a node remembers a stop
   */
  record FollowStop(ActorRef<StopState> follower, boolean stopped) implements BodyMessage {}

  /**
   * How the body's stop latch stands.
   *
   * @param why as the one who stopped it said; empty where it never was
   */
  record StopState(boolean stopped, String why) implements Crossing {}
}
