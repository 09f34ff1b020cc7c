package dev.creature.models.fetch;

/** A program that is needed is not on this machine. The message says how to install it. */
public final class MissingProgram extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MissingProgram(String message) {
    super(message);
  }
}
