package dev.creature.actors.desk;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import java.util.List;

/** What the desk answers. */
public sealed interface DeskReply {
  /**
   * How far a task has come.
   *
   * @param note what it does, what came of it, or why not; empty when there is nothing to say
   */
  record TaskView(TaskId id, PhysicalTask task, TaskState state, String note)
      implements DeskReply {}

  /** All tasks, newest last. */
  record Tasks(List<TaskView> tasks) implements DeskReply {
    public Tasks {
      tasks = List.copyOf(tasks);
    }
  }

  /** There is no task of this id. */
  record Unknown(TaskId id) implements DeskReply {}

  /**
   * It was not taken.
   *
   * @param reason one line for the asker, such as {@code stopped; release first}
   */
  record Refused(String reason) implements DeskReply {}

  /**
   * Every body stands still.
   *
   * @param afterMillis from the command to the standstill
   */
  record Stopped(double afterMillis) implements DeskReply {}

  /** Tasks are taken again. */
  enum Released implements DeskReply {
    INSTANCE
  }
}
