package dev.creature.actors.task;

/** How far a physical task has come. */
public enum TaskState {
  /** Written down; not yet given to the body. */
  ACCEPTED,
  /** Waits for a yes that names it. */
  AWAITING_CONFIRMATION,
  /** Given to the body. */
  DISPATCHED,
  /** The body moves. */
  RUNNING,
  /** Done. */
  DONE,
  /** The body could not do it, and said why. */
  FAILED,
  /** Taken back or stopped. */
  CANCELLED,
  /** Not allowed. */
  DENIED;

  /** Whether nothing follows. */
  public boolean isFinal() {
    return switch (this) {
      case ACCEPTED, AWAITING_CONFIRMATION, DISPATCHED, RUNNING -> false;
      case DONE, FAILED, CANCELLED, DENIED -> true;
    };
  }
}
