package dev.creature.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of the tests' own classes, which begins soon and may be killed. */
public final class OwnJvm {
  private OwnJvm() {}

  /** How to start it; the class has a {@code main}. */
  public static ProcessBuilder of(Class<?> program, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
