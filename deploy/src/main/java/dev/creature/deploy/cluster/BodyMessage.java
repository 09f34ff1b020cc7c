package dev.creature.deploy.cluster;

import dev.creature.actors.Crossing;
import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.task.TaskCommand;

/** What goes to the one body of the creature and to its tasks, wherever in the cluster they are. */
public sealed interface BodyMessage extends Crossing {
  /** For the board of tasks. */
  record ToBoard(TaskCommand command) implements BodyMessage {}

  /** For the body. */
  record ToBody(BodyCommand command) implements BodyMessage {}
}
