package dev.creature.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sentence and what it asks for.
 *
 * @param count how many tasks it asks for
 */
public record KnownSentence(
    String text,
    Expect expect,
    Optional<String> verb,
    Optional<String> object,
    Optional<String> target,
    Optional<Integer> count) {
  /** What stands at the end of the turn. */
  public enum Expect {
    TASK,
    NONE,
    STOP,
    /** The project decides; not scored. */
    POLICY
  }

  /**
   * All sentences of a folder: each line of each {@code *.jsonl} has {@code text}, {@code expect}
   * and perhaps {@code verb}, {@code object}, {@code target}, {@code count}.
   *
   * @throws IOException when a file cannot be read or a line is not such an object; the message
   *     names it
   */
  public static List<KnownSentence> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    ObjectMapper mapper = new ObjectMapper();
    List<KnownSentence> sentences = new ArrayList<>();
    for (Path file : files) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          sentences.add(of(mapper, line, file + ":" + number));
        }
      }
    }
    return sentences;
  }

  private static KnownSentence of(ObjectMapper mapper, String line, String where)
      throws IOException {
    JsonNode entry;
    try {
      entry = mapper.readTree(line);
    } catch (IOException _) {
      throw new IOException(where + ": is not JSON");
    }
    String expect = entry.path("expect").asText("").toUpperCase(Locale.ROOT);
    String name = expect.equals("INFO") ? "NONE" : expect;
    if (!entry.path("text").isTextual()
        || Stream.of(Expect.values()).noneMatch(e -> e.name().equals(name))) {
      throw new IOException(where + ": needs \"text\" and \"expect\": task, none, stop or policy");
    }
    return new KnownSentence(
        entry.path("text").asText(),
        Expect.valueOf(name),
        word(entry, "verb"),
        word(entry, "object"),
        word(entry, "target"),
        entry.path("count").isInt() ? Optional.of(entry.path("count").asInt()) : Optional.empty());
  }

  private static Optional<String> word(JsonNode entry, String name) {
    return Optional.of(entry.path(name).asText("")).filter(word -> !word.isBlank());
  }
}
