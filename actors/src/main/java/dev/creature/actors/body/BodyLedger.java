package dev.creature.actors.body;

import dev.creature.actors.task.TaskId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the tasks that a body had, so that none is done twice: the outcomes of those that
 * are over, by id, and the ids that were cancelled before they came. Bounded: the oldest are
 * forgotten beyond {@link #REMEMBERED}, long after anybody would offer them again.
 *
 * <p>Not thread-safe: it belongs to the body's actor.
 */
public final class BodyLedger {
  /** How many outcomes are kept. */
  public static final int REMEMBERED = 10_000;

  private final Map<TaskId, BodyEvent> outcomes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskId, BodyEvent> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The final event of a task that is over, or was cancelled before it came. */
  public Optional<BodyEvent> outcome(TaskId task) {
    return Optional.ofNullable(outcomes.get(task));
  }

  /**
   * A task is over, or must never start. The first outcome stands.
   *
   * @param outcome {@link BodyEvent.Done}, {@link BodyEvent.Failed} or {@link BodyEvent.Cancelled}
   */
  public void over(TaskId task, BodyEvent outcome) {
    outcomes.putIfAbsent(task, outcome);
  }

  /** All that is kept, oldest first. */
  public Map<TaskId, BodyEvent> outcomes() {
    return Map.copyOf(outcomes);
  }
}
