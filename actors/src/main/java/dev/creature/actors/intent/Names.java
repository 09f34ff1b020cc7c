package dev.creature.actors.intent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells first names from other words, by the list {@code names.txt}. Immutable. */
public final class Names {
  private static final Set<String> LISTED = read();

  private Names() {}

  /** Whether the word, in lower case, is a common first name: {@code robin}. */
  public static boolean isName(String word) {
    return LISTED.contains(word);
  }

  private static Set<String> read() {
    try (InputStream file = Names.class.getResourceAsStream("names.txt")) {
      if (file == null) {
        throw new IllegalStateException("the program lacks its file names.txt");
      }
      Set<String> names = new HashSet<>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> names.addAll(List.of(line.strip().split(" "))));
      return Set.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
