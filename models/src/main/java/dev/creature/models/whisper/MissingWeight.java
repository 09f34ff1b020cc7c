package dev.creature.models.whisper;

import java.io.IOException;

/** A file of weights lacks one that the model needs, or has it in another shape. */
final class MissingWeight extends IOException {
  private static final long serialVersionUID = 1L;

  MissingWeight(String message) {
    super(message);
  }
}
