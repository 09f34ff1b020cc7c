package dev.creature.models.runtime;

/** A model that cannot be loaded or run. The message names the model and says what is wrong. */
public final class ModelFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ModelFailure(String message) {
    super(message);
  }

  public ModelFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
