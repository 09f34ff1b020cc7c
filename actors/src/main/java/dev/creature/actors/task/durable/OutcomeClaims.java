package dev.creature.actors.task.durable;

import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Who tells which outcome, so that two conversations do not both say it. A claim lapses after
 * {@link #LEASE_MILLIS}: whoever made it may have died before it was heard.
 */
final class OutcomeClaims {
  static final long LEASE_MILLIS = 60_000;

  private final Clock clock;
  private final Map<TaskId, Long> lapses = new HashMap<>();

  OutcomeClaims(Clock clock) {
    this.clock = clock;
  }

  TaskCommand.OutcomeClaim claim(TaskId task, BoardState state) {
    long now = clock.millis();
    boolean untold =
        state.find(task.value()).filter(it -> it.state().isFinal() && !it.told()).isPresent();
    boolean granted = untold && lapses.getOrDefault(task, Long.MIN_VALUE) <= now;
    if (granted) {
      lapses.put(task, now + LEASE_MILLIS);
    }
    return new TaskCommand.OutcomeClaim(task, granted);
  }

  void forget(TaskId task) {
    lapses.remove(task);
  }
}
