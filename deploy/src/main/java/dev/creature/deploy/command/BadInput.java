package dev.creature.deploy.command;

/**
 * Input that a command cannot use. The message is one line: what is wrong, in which file or field,
 * and what to do.
 */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInput(String message) {
    super(message);
  }

  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
