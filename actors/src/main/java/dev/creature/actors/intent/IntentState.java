package dev.creature.actors.intent;

/**
 * A rung of the ladder: {@code HYPOTHESIS → COMMITTED → DISPATCHED → DONE | FAILED}, or {@code
 * REVOKED} from either of the first two, {@code CANCELLED} after.
 */
public enum IntentState {
  /** Words that are still being spoken seem to ask for it. */
  HYPOTHESIS,
  /** The turn has ended, and it asks for it. */
  COMMITTED,
  /** Given to the body. */
  DISPATCHED,
  /** The body has done it. */
  DONE,
  /** The body could not do it. */
  FAILED,
  /** Taken back before it was given to the body. */
  REVOKED,
  /** Taken back, or stopped, afterwards. */
  CANCELLED;

  /** Whether nothing follows. */
  public boolean isFinal() {
    return switch (this) {
      case HYPOTHESIS, COMMITTED, DISPATCHED -> false;
      case DONE, FAILED, REVOKED, CANCELLED -> true;
    };
  }
}
