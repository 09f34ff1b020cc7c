package dev.creature.voiceloop.script;

/**
 * A script that cannot be followed. The message names the file and the field, and says what is
 * expected there.
 */
public final class BadScript extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadScript(String message) {
    super(message);
  }
}
