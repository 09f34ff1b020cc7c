package dev.creature.voiceloop.script;

import java.nio.file.Path;

/** One thing that is put into a scripted conversation. */
public sealed interface Said {
  /**
   * The user says it.
   *
   * @param file a recording
   */
  record Aloud(Path file) implements Said {}

  /**
   * The creature is told it, as the outcome of a task is, and says it in its next breath.
   *
   * @param text not blank
   */
  record Told(String text) implements Said {
    public Told {
      if (text.isBlank()) {
        throw new IllegalArgumentException("what is told must not be blank");
      }
    }
  }
}
