package dev.creature.tools.mcp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java program as a child process. */
final class ChildJvm {
  private ChildJvm() {}

  static McpAddress running(Class<?> main, String... arguments) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    words.addAll(List.of(arguments));
    return McpAddress.Program.of(words);
  }
}
