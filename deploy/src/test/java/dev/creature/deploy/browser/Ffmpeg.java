package dev.creature.deploy.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The program that makes pictures and videos of pictures. */
final class Ffmpeg {
  private Ffmpeg() {}

  /** Where it is installed. */
  static Optional<Path> program() {
    return Installed.program("ffmpeg");
  }

  /** Makes one file of another, which is written over if it is there. */
  static void run(Path program, Path from, String filters, Path to)
      throws IOException, InterruptedException {
    Path said = Files.createTempFile("ffmpeg", ".txt");
    Process process =
        new ProcessBuilder(
                List.of(
                    program.toString(),
                    "-y",
                    "-loglevel",
                    "error",
                    "-i",
                    from.toString(),
                    "-filter_complex",
                    filters,
                    to.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(Files.readString(said));
      }
    } finally {
      process.destroyForcibly();
      Files.delete(said);
    }
  }
}
