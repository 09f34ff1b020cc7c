package dev.creature.actors.task;

import dev.creature.actors.Crossing;
import java.util.List;
import org.apache.pekko.actor.typed.ActorRef;

/** What the board of all tasks is told and asked. */
public interface TaskCommand extends Crossing {
  /**
   * Write it down and do it. Answered when it is written down; the same id again changes nothing.
   */
  record Request(TaskRequest request, ActorRef<Reply> replyTo) implements TaskCommand {}

  /** The yes that names it. */
  record Confirm(TaskId task, ActorRef<Reply> replyTo) implements TaskCommand {}

  /**
   * Take it back, or stop it.
   *
   * @param why to be said to the user, such as {@code you took it back}
   */
  record Cancel(TaskId task, String why, ActorRef<Reply> replyTo) implements TaskCommand {}

  /** How does it stand? */
  record Get(TaskId task, ActorRef<Reply> replyTo) implements TaskCommand {}

  /** All that are known, newest first. */
  record GetAll(ActorRef<Tasks> replyTo) implements TaskCommand {}

  /** Those that are over and that the user has not heard of, oldest first. */
  record GetUntold(ActorRef<Tasks> replyTo) implements TaskCommand {}

  /** Cancel all that are not over. */
  record CancelAll(String why) implements TaskCommand {}

  /**
   * May I be the one who tells the user what came of it? Only one is told yes; the right lapses
   * after a minute unless {@link Told} follows.
   */
  record ClaimOutcome(TaskId task, ActorRef<OutcomeClaim> replyTo) implements TaskCommand {}

  /** The user has heard what came of it. */
  record Told(TaskId task) implements TaskCommand {}

  /** Send each change, from now on, until the listener ends. */
  record Subscribe(ActorRef<TaskStatus> listener) implements TaskCommand {}

  /** Send no more. */
  record Unsubscribe(ActorRef<TaskStatus> listener) implements TaskCommand {}

  /** What became of a command. */
  sealed interface Reply extends Crossing {
    TaskId task();
  }

  /** It stands so. */
  record Known(TaskStatus status) implements Reply {
    @Override
    public TaskId task() {
      return status.id();
    }
  }

  /** There is no such task. */
  record Unknown(TaskId task) implements Reply {}

  /** Nothing was changed, for this reason. */
  record Refused(TaskId task, String reason) implements Reply {}

  /** Several tasks. */
  record Tasks(List<TaskStatus> tasks) implements Crossing {
    public Tasks {
      tasks = List.copyOf(tasks);
    }
  }

  /** Whether the one who asked may tell the outcome. */
  record OutcomeClaim(TaskId task, boolean granted) implements Crossing {}
}
