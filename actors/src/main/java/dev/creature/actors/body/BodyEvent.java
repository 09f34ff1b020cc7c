package dev.creature.actors.body;

import dev.creature.actors.Crossing;
import dev.creature.actors.task.TaskId;

/** What a body tells. */
public sealed interface BodyEvent extends Crossing {
  /** It moves for this task. */
  record Started(TaskId task) implements BodyEvent {}

  /**
   * A step on the way.
   *
   * @param fraction01 how much is done, 0 to 1
   * @param words what it does now, such as {@code going to the kitchen}
   */
  record Progressed(TaskId task, double fraction01, String words) implements BodyEvent {}

  /**
   * Done.
   *
   * @param words what came of it, to be said to the user, such as {@code the cup is on the table}
   */
  record Done(TaskId task, String words) implements BodyEvent {}

  /**
   * Could not be done; the body stands safely.
   *
   * @param reason to be said to the user, such as {@code there is no cup in the kitchen}
   */
  record Failed(TaskId task, String reason) implements BodyEvent {}

  /** Taken back or stopped before its end. */
  record Cancelled(TaskId task) implements BodyEvent {}

  /**
   * The body stands still and refuses motion until released.
   *
   * @param afterMillis from the command to the standstill
   */
  record Halted(double afterMillis) implements BodyEvent {}
}
