package dev.creature.deploy.browser;

import java.nio.file.Path;

/** What people say to a browser's made-up microphone. */
final class Recordings {
  /** Somebody asks to go into the bedroom and to look for an apple. */
  static final Path BEDROOM =
      Path.of(
          System.getProperty("creature.repository", ".."),
          "docs/examples/recordings/gpsr_spoken-12-5a21eb.webm");

  private Recordings() {}
}
