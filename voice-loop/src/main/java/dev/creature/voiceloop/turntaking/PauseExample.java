package dev.creature.voiceloop.turntaking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A pause that was recorded, and what became of it.
 *
 * @param recording name of the recording
 * @param speaker whose it is; what is learned is tried on speakers left out
 * @param ended whether nothing followed, or nothing for so long that it was another turn
 * @param speechMillis from the turn's first sound to its last before the pause
 * @param finalDecibels see {@link FinalLevel}
 * @param endProbability of the end-of-turn model, asked at 0.13 s of silence, 0 to 1; empty where
 *     the pause was over before it answered
 * @param words as recognised when the pause began
 */
public record PauseExample(
    String recording,
    String speaker,
    boolean ended,
    long speechMillis,
    double finalDecibels,
    OptionalDouble endProbability,
    String words) {
  private static final String RESOURCE = "pauses.csv";
  private static final int COLUMNS = 7;

  /**
   * The examples that this program is delivered with, from recordings whose licences the project's
   * {@code NOTICE} names.
   */
  public static List<PauseExample> delivered() {
    try (InputStream in = PauseExample.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(PauseExample::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The head of a file of examples. */
  public static String header() {
    return "recording,speaker,ended,speechMillis,finalDecibels,endProbability,words";
  }

  /** As one line of a file of examples. Words come last, because they may hold commas. */
  public String line() {
    return "%s,%s,%s,%d,%.1f,%s,%s"
        .formatted(
            recording,
            speaker,
            ended,
            speechMillis,
            finalDecibels,
            endProbability.isPresent() ? "%.3f".formatted(endProbability.getAsDouble()) : "",
            words);
  }

  private static PauseExample parse(String line) {
    String[] cells = line.split(",", COLUMNS);
    return new PauseExample(
        cells[0],
        cells[1],
        Boolean.parseBoolean(cells[2]),
        Long.parseLong(cells[3]),
        Double.parseDouble(cells[4]),
        cells[5].isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(cells[5])),
        cells[6]);
  }
}
