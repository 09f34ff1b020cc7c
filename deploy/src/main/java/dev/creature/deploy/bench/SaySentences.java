package dev.creature.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The sentences that the voice is measured by: our own, each with the words to be heard. */
public final class SaySentences {
  private static final String RESOURCE = "say-sentences.tsv";

  /**
   * A sentence.
   *
   * @param written as a text would have it
   * @param spoken the words in full
   */
  public record Sentence(String written, String spoken) {}

  private SaySentences() {}

  /** All of them. */
  public static List<Sentence> load() throws IOException {
    try (InputStream in = SaySentences.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException("the program is not whole: " + RESOURCE + " is not in it");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .map(columns -> new Sentence(columns[0], columns[1]))
          .toList();
    }
  }
}
