package dev.creature.actors.intent;

/**
 * Names an intent from its first hypothesis to its outcome.
 *
 * @param value 1 to 100 letters, digits, dots, dashes or underscores; equal words in equal turns of
 *     a replayed conversation give equal ids
 */
public record IntentId(String value) {
  public IntentId {
    if (!value.matches("[A-Za-z0-9._-]{1,100}")) {
      throw new IllegalArgumentException(
          "an intent id has 1 to 100 letters, digits, dots, dashes or underscores, not \""
              + value
              + "\"");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
