package dev.creature.actors.task;

/**
 * Names a physical task; also its idempotency key at the body.
 *
 * @param value 1 to 100 letters, digits, dots, dashes or underscores
 */
public record TaskId(String value) {
  public TaskId {
    if (!value.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "a task id has 1 to 100 letters, digits, dots, dashes or underscores, not \""
              + value
              + "\"");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
