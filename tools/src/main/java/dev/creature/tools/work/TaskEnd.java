package dev.creature.tools.work;

import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a task ended, as a body stores it: a task that is over is not done again.
 *
 * @param state done, failed or cancelled
 * @param words the outcome or the reason; may be empty
 */
public record TaskEnd(TaskState state, String words) {
  /** So many tasks that are over are known, the latest. */
  public static final int REMEMBERED = 2000;

  /** What whoever asked for the task is told. */
  public BodyEvent event(TaskId task) {
    return switch (state) {
      case DONE -> new BodyEvent.Done(task, words);
      case CANCELLED -> new BodyEvent.Cancelled(task);
      case FAILED, DENIED, ACCEPTED, AWAITING_CONFIRMATION, DISPATCHED, RUNNING ->
          new BodyEvent.Failed(task, words);
    };
  }

  /** The final event of a task that is over. */
  public static Optional<BodyEvent> outcome(Map<String, TaskEnd> ends, TaskId task) {
    return Optional.ofNullable(ends.get(task.value())).map(end -> end.event(task));
  }

  /** With one more behind the others; the first end of a task counts, and the oldest go. */
  public static Map<String, TaskEnd> with(Map<String, TaskEnd> ends, String task, TaskEnd end) {
    Map<String, TaskEnd> next = new LinkedHashMap<>(ends);
    next.putIfAbsent(task, end);
    while (next.size() > REMEMBERED) {
      next.remove(next.keySet().iterator().next());
    }
    return next;
  }
}
