package dev.creature.models.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file {@code SHA256SUMS} in a folder of files, as the tool {@code sha256sum -c} reads it. */
public final class Checksums {
  private static final String FILE = "SHA256SUMS";
  private static final int SUM_DIGITS = 64;

  private Checksums() {}

  /** Sums all files of a folder and writes the sums beside them. */
  public static void write(Path folder) throws IOException {
    SortedMap<String, String> sums = new TreeMap<>();
    for (Path file : files(folder)) {
      sums.put(folder.relativize(file).toString(), Sha256.of(file));
    }
    Files.writeString(
        folder.resolve(FILE),
        sums.entrySet().stream()
            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
            .collect(Collectors.joining()));
  }

  /** The sums that were written, by file name; empty when there are none. */
  public static Map<String, String> read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    return Files.readAllLines(file).stream()
        .filter(line -> line.length() > SUM_DIGITS + 2)
        .collect(
            Collectors.toMap(
                line -> line.substring(SUM_DIGITS + 2),
                line -> line.substring(0, SUM_DIGITS),
                (first, _) -> first,
                TreeMap::new));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .filter(file -> !file.equals(folder.resolve(FILE)))
          .toList();
    }
  }
}
