package dev.creature.models.language.constrained;

/** A schema asks for something that cannot be held while writing. The message says what. */
public final class UnsupportedSchema extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedSchema(String message) {
    super(message);
  }
}
