package dev.creature.deploy.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program that was run to its end.
 *
 * @param exitCode that it ended with
 * @param out its standard output
 * @param errors its standard error
 */
record Launch(int exitCode, String out, String errors) {
  static Launch of(Path folder, Map<String, String> environment, List<String> command) {
    try {
      Path out = Files.createTempFile("launch", ".out");
      Path errors = Files.createTempFile("launch", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(errors.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      int exitCode = builder.start().waitFor();
      Launch launch = new Launch(exitCode, read(out), read(errors));
      Files.delete(out);
      Files.delete(errors);
      return launch;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static Path repository() {
    return Path.of(System.getProperty("creature.repository"));
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
