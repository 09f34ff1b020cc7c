package dev.creature.deploy.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a process took so far, as Linux tells it.
 *
 * @param processorMillis of all its threads
 * @param residentMiB now
 */
record ProcessUse(long processorMillis, long residentMiB) {
  /** Of the kernel's clock, which is the same everywhere. */
  private static final int MILLIS_A_TICK = 10;

  /** Nothing where the system does not tell, or the process is gone. */
  static Optional<ProcessUse> of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name in parentheses may hold blanks.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
      List<String> status = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
      long kibibytes =
          status.stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .map(line -> line.replaceAll("\\D", ""))
              .mapToLong(Long::parseLong)
              .findFirst()
              .orElse(0);
      return Optional.of(new ProcessUse(ticks * MILLIS_A_TICK, kibibytes / 1024));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}
