package dev.creature.deploy.node;

import dev.creature.actors.task.TaskCommand;

/**
 * Where a node writes down which changes to tasks the board has not answered yet, so that they
 * outlive the node. No call blocks.
 */
interface TaskOutbox {
  /** It is on its way to the board. */
  void asked(TaskCommand change);

  /** The board has it, or does not want it. */
  void answered(TaskCommand change);
}
