package dev.creature.actors.body;

import dev.creature.actors.Crossing;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import org.apache.pekko.actor.typed.ActorRef;

/** What a body is told. A body is the one writer of its motion. */
public interface BodyCommand extends Crossing {
  /**
   * Do this. Given again with the same id, whether it runs or is over, it does not start again: the
   * body answers with the state it is in.
   *
   * @param replyTo receives what becomes of it, up to one final event
   */
  record Perform(TaskId task, PhysicalTask what, ActorRef<BodyEvent> replyTo)
      implements BodyCommand {}

  /**
   * Stop doing this one, in a safe posture, and go on with the next. One that is over is left as it
   * is; one that has not come yet is remembered, and answered with {@link BodyEvent.Cancelled} when
   * it comes.
   */
  record Cancel(TaskId task) implements BodyCommand {}

  /** Show the world as it is now and as it changes, at most ten times a second. */
  record Watch(ActorRef<WorldView> watcher) implements BodyCommand {}

  /** Show it no longer. */
  record Unwatch(ActorRef<WorldView> watcher) implements BodyCommand {}

  /**
   * Halt at once, cancel all that runs or waits, and refuse everything until released.
   *
   * @param replyTo told when the body stands still
   */
  record Halt(ActorRef<BodyEvent.Halted> replyTo) implements BodyCommand {}

  /** Take tasks again after a halt. */
  enum Release implements BodyCommand {
    INSTANCE
  }
}
