package dev.creature.tools.simulator;

import dev.creature.actors.Stored;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.tools.simulator.world.World;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulated body knows after a restart.
 *
 * @param world as the last task that ended left it; empty before the first
 * @param ends of the tasks that are over, oldest first, at most {@link #REMEMBERED}: none of them
 *     is done again
 * @param latched whether it was stopped and not released
 */
record BodyMemory(Optional<World> world, Map<String, End> ends, boolean latched) implements Stored {
  static final int REMEMBERED = 2000;

  static final BodyMemory EMPTY = new BodyMemory(Optional.empty(), Map.of(), false);

  /** How a task ended. */
  record End(TaskState state, String words) {}

  BodyMemory {
    ends = Collections.unmodifiableMap(new LinkedHashMap<>(ends));
  }

  BodyMemory after(BodyJournal event) {
    return switch (event) {
      case BodyJournal.Ended(String task, TaskState state, String words, World then) -> {
        Map<String, End> next = new LinkedHashMap<>(ends);
        next.putIfAbsent(task, new End(state, words));
        while (next.size() > REMEMBERED) {
          next.remove(next.keySet().iterator().next());
        }
        yield new BodyMemory(Optional.of(then), next, latched);
      }
      case BodyJournal.Latched _ -> new BodyMemory(world, ends, true);
      case BodyJournal.Released _ -> new BodyMemory(world, ends, false);
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
