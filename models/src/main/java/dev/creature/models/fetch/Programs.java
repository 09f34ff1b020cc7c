package dev.creature.models.fetch;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The programs of this machine, as an environment's {@code PATH} shows them.
 *
 * @param environment variables that the programs run with
 */
public record Programs(Map<String, String> environment) {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  public Programs {
    environment = Map.copyOf(environment);
  }

  /** Those that the user of this process has. */
  public static Programs ofUser() {
    return new Programs(System.getenv());
  }

  /** Where a program is. */
  public Optional<Path> find(String name) {
    return SEPARATOR
        .splitAsStream(environment.getOrDefault("PATH", ""))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder).resolve(name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
