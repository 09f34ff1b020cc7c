package dev.creature.models.fetch;

import dev.creature.models.catalog.SourcePackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes one clear line of what a package client wrote when it could not deliver. */
final class Refusals {
  private static final List<String> DISK_IS_FULL =
      List.of("no space left on device", "enospc", "disk quota exceeded");
  private static final List<String> NO_NETWORK =
      List.of(
          "from versions: none",
          "connection refused",
          "network is unreachable",
          "name resolution",
          "getaddrinfo",
          "failed to establish",
          "timed out",
          "econnrefused",
          "etimedout",
          "enotfound",
          "eai_again");

  private Refusals() {}

  static FetchFailure of(String client, SourcePackage source, ChildProcess.Outcome outcome) {
    String all = String.join("\n", outcome.lines()).toLowerCase(Locale.ROOT);
    String what = client + " could not fetch " + source.label() + ": ";
    if (DISK_IS_FULL.stream().anyMatch(all::contains)) {
      return new FetchFailure(what + "the disk is full; make room and run this again");
    }
    if (NO_NETWORK.stream().anyMatch(all::contains)) {
      return new FetchFailure(
          what
              + "its registry was not reached ("
              + lastWords(outcome)
              + "); check the network and "
              + client
              + "'s settings and run this again, which keeps what has arrived, or give the file"
              + " with `./creature models pull --from FILE`");
    }
    return new FetchFailure(what + lastWords(outcome) + " (exit code " + outcome.exitCode() + ")");
  }

  static Path theFileIn(Path arrived, String client, SourcePackage source) throws IOException {
    try (Stream<Path> files = Files.list(arrived)) {
      return files
          .findFirst()
          .orElseThrow(() ->
              new FetchFailure(
                  client + " said it had fetched " + source.label() + ", but left no file"));
    }
  }

  /** The last line that tells of an error, else the last line. */
  private static String lastWords(ChildProcess.Outcome outcome) {
    List<String> lines =
        outcome.lines().stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).contains("err"))
        .reduce((_, last) -> last)
        .or(() -> lines.reversed().stream().findFirst())
        .orElse("it said nothing");
  }
}
