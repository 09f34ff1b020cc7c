package dev.creature.actors.task.durable;

import dev.creature.actors.Stored;
import dev.creature.actors.task.TaskState;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tasks of a board in the order they were asked for.
 *
 * @param tasks by id; those that are over and told are forgotten from the oldest on, beyond {@link
 *     #REMEMBERED}
 */
record BoardState(Map<String, TaskRecord> tasks) implements Stored {
  /** How many tasks that are over stay on the list. */
  static final int REMEMBERED = 1000;

  static final BoardState EMPTY = new BoardState(Map.of());

  BoardState {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
  }

  Optional<TaskRecord> find(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  BoardState after(BoardEvent event) {
    Map<String, TaskRecord> next = new LinkedHashMap<>(tasks);
    switch (event) {
      case BoardEvent.Registered(StoredRequest request, long at) ->
          next.putIfAbsent(
              request.id(), new TaskRecord(request, TaskState.ACCEPTED, "", false, at, at, false));
      case BoardEvent.Closed(TaskRecord task) -> next.put(task.stored().id(), task);
    }
    forget(next);
    return new BoardState(next);
  }

  private static void forget(Map<String, TaskRecord> tasks) {
    Iterator<TaskRecord> oldest = tasks.values().iterator();
    int surplus = tasks.size() - REMEMBERED;
    while (surplus > 0 && oldest.hasNext()) {
      TaskRecord task = oldest.next();
      if (task.state().isFinal() && task.told()) {
        oldest.remove();
        surplus--;
      }
    }
  }
}
