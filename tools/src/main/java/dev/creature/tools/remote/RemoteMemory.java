package dev.creature.tools.remote;

import dev.creature.actors.Stored;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.tools.work.TaskEnd;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a remote body knows after a restart.
 *
 * @param ends of the tasks that are over, oldest first, at most {@link TaskEnd#REMEMBERED}
 * @param latched whether it was stopped and not released
 */
record RemoteMemory(Map<String, TaskEnd> ends, boolean latched) implements Stored {
  static final RemoteMemory EMPTY = new RemoteMemory(Map.of(), false);

  RemoteMemory {
    ends = Collections.unmodifiableMap(new LinkedHashMap<>(ends));
  }

  RemoteMemory after(RemoteJournal event) {
    return switch (event) {
      case RemoteJournal.Ended(String task, TaskState state, String words) -> {
        Map<String, TaskEnd> next = TaskEnd.with(ends, task, new TaskEnd(state, words));
        yield new RemoteMemory(next, latched);
      }
      case RemoteJournal.Latched _ -> new RemoteMemory(ends, true);
      case RemoteJournal.Released _ -> new RemoteMemory(ends, false);
    };
  }

  /** The final event of a task that is over. */
  Optional<BodyEvent> outcome(TaskId task) {
    return TaskEnd.outcome(ends, task);
  }
}
