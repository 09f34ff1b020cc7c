package dev.creature.actors.task.durable;

import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The board's tasks as they are told: the freshest status where the entity has told one. */
final class TaskLists {
  private TaskLists() {}

  static Optional<TaskStatus> find(BoardState state, Map<TaskId, TaskStatus> now, TaskId id) {
    return state.find(id.value()).map(task -> fresh(task, now));
  }

  static TaskCommand.Tasks newestFirst(BoardState state, Map<TaskId, TaskStatus> now) {
    return new TaskCommand.Tasks(inOrder(state, now).reversed());
  }

  static TaskCommand.Tasks untold(BoardState state, Map<TaskId, TaskStatus> now) {
    return new TaskCommand.Tasks(
        inOrder(state, now).stream().filter(it -> it.state().isFinal() && !it.told()).toList());
  }

  private static List<TaskStatus> inOrder(BoardState state, Map<TaskId, TaskStatus> now) {
    return state.tasks().values().stream().map(task -> fresh(task, now)).toList();
  }

  private static TaskStatus fresh(TaskRecord task, Map<TaskId, TaskStatus> now) {
    TaskStatus status = now.get(new TaskId(task.stored().id()));
    return status == null ? task.status(task.state().isFinal() ? 1 : 0) : status;
  }
}
