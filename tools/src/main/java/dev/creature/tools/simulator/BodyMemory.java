package dev.creature.tools.simulator;

import dev.creature.actors.Stored;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.tools.simulator.world.World;
import dev.creature.tools.work.TaskEnd;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulated body knows after a restart.
 *
 * @param world as the last task that ended left it; empty before the first
 * @param ends of the tasks that are over, oldest first, at most {@link TaskEnd#REMEMBERED}: none of
 *     them is done again
 * @param latched whether it was stopped and not released
 */
record BodyMemory(Optional<World> world, Map<String, TaskEnd> ends, boolean latched)
    implements Stored {
  static final BodyMemory EMPTY = new BodyMemory(Optional.empty(), Map.of(), false);

  BodyMemory {
    ends = Collections.unmodifiableMap(new LinkedHashMap<>(ends));
  }

  BodyMemory after(BodyJournal event) {
    return switch (event) {
      case BodyJournal.Ended(String task, TaskState state, String words, World then) -> {
        Map<String, TaskEnd> next = TaskEnd.with(ends, task, new TaskEnd(state, words));
        yield new BodyMemory(Optional.of(then), next, latched);
      }
      case BodyJournal.Latched _ -> new BodyMemory(world, ends, true);
      case BodyJournal.Released _ -> new BodyMemory(world, ends, false);
    };
  }

  /** The final event of a task that is over. */
  Optional<BodyEvent> outcome(TaskId task) {
    return TaskEnd.outcome(ends, task);
  }
}
