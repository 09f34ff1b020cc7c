package dev.creature.deploy.storage;

/**
 * A text that must not be seen: it does not show when it is printed.
 *
 * @param value the text itself; may be empty
 */
public record Secret(String value) {
  /** No secret. */
  public static final Secret NONE = new Secret("");

  @Override
  public String toString() {
    return value.isEmpty() ? "(none)" : "(hidden)";
  }
}
