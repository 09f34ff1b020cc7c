package dev.creature.actors.task;

import java.util.Optional;

/**
 * A task to be written down and done.
 *
 * @param id made by who asks; the same id again asks for nothing new
 * @param clearance what the policy said
 * @param reason why it needs a yes or is denied, to be said to the user; empty when allowed
 * @param origin where it came from, such as a conversation's id or {@code http}
 * @param after a link of a chain: starts when that task is done, and is cancelled when that one
 *     ends in any other way
 */
public record TaskRequest(
    TaskId id,
    PhysicalTask what,
    Reversibility reversibility,
    Clearance clearance,
    String reason,
    String origin,
    Optional<TaskId> after) {
  public TaskRequest {
    if (after.isPresent() && after.get().equals(id)) {
      throw new IllegalArgumentException("task " + id + " can't wait for itself");
    }
  }
}
