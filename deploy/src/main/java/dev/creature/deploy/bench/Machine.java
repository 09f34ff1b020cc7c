package dev.creature.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where figures were measured.
 *
 * @param processor its name, as the system gives it
 * @param cores that this process may use
 * @param memoryMiB of the machine, 0 where unknown
 * @param system name and version
 * @param java version
 */
public record Machine(String processor, int cores, long memoryMiB, String system, String java) {
  /** This machine. */
  public static Machine here() {
    return new Machine(
        field("/proc/cpuinfo", "model name", System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        kibibytes("/proc/meminfo", "MemTotal") / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Runtime.version().toString());
  }

  /** Resident memory of this process at this moment, 0 where the system does not tell. */
  public static long residentMiB() {
    return kibibytes("/proc/self/status", "VmRSS") / 1024;
  }

  private static long kibibytes(String file, String name) {
    return Long.parseLong(field(file, name, "0").replace("kB", "").strip());
  }

  private static String field(String file, String name, String otherwise) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }
}
