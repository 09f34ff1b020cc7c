package dev.creature.tools.remote;

import dev.creature.actors.Stored;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a remote body knows after a restart.
 *
 * @param ends of the tasks that are over, oldest first, at most {@link #REMEMBERED}
 * @param latched whether it was stopped and not released
 */
record RemoteMemory(Map<String, End> ends, boolean latched) implements Stored {
  static final int REMEMBERED = 2000;

  static final RemoteMemory EMPTY = new RemoteMemory(Map.of(), false);

  /** How a task ended: done, failed or cancelled. */
  record End(TaskState state, String words) {}

  RemoteMemory {
    ends = Collections.unmodifiableMap(new LinkedHashMap<>(ends));
  }

  RemoteMemory after(RemoteJournal event) {
    return switch (event) {
      case RemoteJournal.Ended(String task, TaskState state, String words) -> {
        Map<String, End> next = new LinkedHashMap<>(ends);
        next.putIfAbsent(task, new End(state, words));
        while (next.size() > REMEMBERED) {
          next.remove(next.keySet().iterator().next());
        }
        yield new RemoteMemory(next, latched);
      }
      case RemoteJournal.Latched _ -> new RemoteMemory(ends, true);
      case RemoteJournal.Released _ -> new RemoteMemory(ends, false);
    };
  }

  /** The final event of a task that is over. */
  Optional<BodyEvent> outcome(TaskId task) {
    return Optional.ofNullable(ends.get(task.value()))
        .map(end -> event(task, end.state(), end.words()));
  }

  static BodyEvent event(TaskId task, TaskState state, String words) {
    return switch (state) {
      case DONE -> new BodyEvent.Done(task, words);
      case CANCELLED -> new BodyEvent.Cancelled(task);
      case FAILED, DENIED, ACCEPTED, AWAITING_CONFIRMATION, DISPATCHED, RUNNING ->
          new BodyEvent.Failed(task, words);
    };
  }
}
