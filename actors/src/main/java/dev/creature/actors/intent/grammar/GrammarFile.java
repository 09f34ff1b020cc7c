package dev.creature.actors.intent.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of a resource beside this class that say something. */
final class GrammarFile {
  private GrammarFile() {}

  /** All lines but empty ones and those that begin with {@code #}. */
  static List<String> lines(String name) {
    try (InputStream file = GrammarFile.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
        return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
