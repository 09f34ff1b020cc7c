package dev.creature.reasoning.policy;

/** A rule file that cannot be used; the message names the line. */
public final class BadPolicy extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadPolicy(String message) {
    super(message);
  }
}
