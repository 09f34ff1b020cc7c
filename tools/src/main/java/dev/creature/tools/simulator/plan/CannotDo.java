package dev.creature.tools.simulator.plan;

/** Ends the planning of a task; the message is said to the user. */
final class CannotDo extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String reason;

  CannotDo(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
