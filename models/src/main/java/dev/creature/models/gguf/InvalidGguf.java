package dev.creature.models.gguf;

/** A file that is not the GGUF it should be. The message says what is wrong. */
public final class InvalidGguf extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidGguf(String message) {
    super(message);
  }
}
