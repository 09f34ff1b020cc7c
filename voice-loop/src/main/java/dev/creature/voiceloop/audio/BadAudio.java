package dev.creature.voiceloop.audio;

/**
 * A recording that cannot be used. The message is one line for the user: the file, what is wrong
 * with it, and where it helps what to do.
 */
public final class BadAudio extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadAudio(String name, String reason) {
    super(name + ": " + reason);
  }
}
