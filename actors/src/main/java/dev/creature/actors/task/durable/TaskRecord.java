package dev.creature.actors.task.durable;

import dev.creature.actors.Stored;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;

/**
 * All that is known of one task.
 *
 * @param note what it does now, what came of it, or why not
 * @param cancelAsked whether the body was told, or is to be told, to stop it
 */
record TaskRecord(
    StoredRequest stored,
    TaskState state,
    String note,
    boolean cancelAsked,
    long askedMillis,
    long changedMillis,
    boolean told)
    implements Stored {

  TaskRequest request() {
    return stored.request();
  }

  TaskStatus status(double fraction01) {
    TaskRequest request = request();
    return new TaskStatus(
        request.id(),
        request.what(),
        request.reversibility(),
        state,
        note,
        fraction01,
        request.origin(),
        askedMillis,
        changedMillis,
        told);
  }

  /** Whether the body has it, or may have it. */
  boolean isAtBody() {
    return state == TaskState.DISPATCHED || state == TaskState.RUNNING;
  }

  TaskRecord in(TaskState next, String words, long atMillis) {
    return new TaskRecord(stored, next, words, cancelAsked, askedMillis, atMillis, told);
  }

  TaskRecord withCancelAsked(long atMillis) {
    return new TaskRecord(stored, state, note, true, askedMillis, atMillis, told);
  }

  TaskRecord withTold() {
    return new TaskRecord(stored, state, note, cancelAsked, askedMillis, changedMillis, true);
  }
}
