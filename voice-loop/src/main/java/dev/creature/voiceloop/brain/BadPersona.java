package dev.creature.voiceloop.brain;

/** A persona file that cannot be used. The message names the file and the line. */
public final class BadPersona extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadPersona(String message) {
    super(message);
  }
}
