package dev.creature.models.language.assembly;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a program needs to know to run an assembled language model; kept beside it.
 *
 * @param layers number of layers, each with a cache of keys and one of values
 * @param keyValueHeads heads of a cache
 * @param headSize numbers of a head
 * @param vocabulary number of tokens, which is the number of logits
 * @param positions the longest context
 * @param exactToo whether there is a graph for {@link Precision#EXACT}
 * @param textEnd the control token after which a model has ended its reply besides the end of the
 *     message
 */
public record DecoderConfiguration(
    int layers,
    int keyValueHeads,
    int headSize,
    int vocabulary,
    int positions,
    boolean exactToo,
    int textEnd) {
  /** Name of the file. */
  public static final String FILE = "model.properties";

  /** Writes it into a folder. */
  void write(Path folder) throws IOException {
    Files.writeString(
        folder.resolve(FILE),
        """
        layers=%d
        keyValueHeads=%d
        headSize=%d
        vocabulary=%d
        positions=%d
        exactToo=%s
        textEnd=%d
        """
            .formatted(layers, keyValueHeads, headSize, vocabulary, positions, exactToo, textEnd));
  }

  /**
   * Reads it from the folder of an assembled model.
   *
   * @throws IOException when it is missing or damaged
   */
  public static DecoderConfiguration read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return new DecoderConfiguration(
          whole(properties, "layers"),
          whole(properties, "keyValueHeads"),
          whole(properties, "headSize"),
          whole(properties, "vocabulary"),
          whole(properties, "positions"),
          Boolean.parseBoolean(properties.getProperty("exactToo")),
          whole(properties, "textEnd"));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is damaged; remove its folder to make it anew", e);
    }
  }

  private static int whole(Properties properties, String key) {
    return Integer.parseInt(properties.getProperty(key, "missing"));
  }
}
