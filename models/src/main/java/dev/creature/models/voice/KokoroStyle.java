package dev.creature.models.voice;

import dev.creature.models.runtime.ModelFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A speaker of Kokoro, or a mixture of several: a style vector for each number of phonemes.
 *
 * @param rows 510 rows of 256 floats
 * @param accent of the speaker with the greatest share
 */
record KokoroStyle(float[] rows, VoiceModel.Accent accent) {
  static final int WIDTH = 256;
  static final int ROWS = 510;

  /** A speaker and its share of a mixture. */
  private record Share(String name, double weight) {}

  /** The style for an utterance of so many phonemes. */
  float[] forPhonemes(int count) {
    int row = Math.clamp(count, 0, ROWS - 1);
    float[] style = new float[WIDTH];
    System.arraycopy(rows, row * WIDTH, style, 0, WIDTH);
    return style;
  }

  /**
   * Reads speakers.
   *
   * @param folder holds a {@code NAME.bin} for each speaker
   * @param mixture such as {@code af_heart} or {@code af_heart:0.6+am_adam:0.4}; shares need not
   *     add up to 1
   * @throws ModelFailure when the mixture cannot be understood or names a speaker that is not there
   */
  static KokoroStyle open(Path folder, String mixture) {
    List<Share> shares = new ArrayList<>();
    for (String part : mixture.split("\\+", -1)) {
      shares.add(share(folder, part.strip(), mixture));
    }
    double total = shares.stream().mapToDouble(Share::weight).sum();
    float[] rows = new float[ROWS * WIDTH];
    Share greatest = shares.getFirst();
    for (Share share : shares) {
      float[] speaker = read(folder.resolve(share.name() + ".bin"));
      for (int i = 0; i < rows.length; i++) {
        rows[i] += (float) (share.weight() / total) * speaker[i];
      }
      greatest = share.weight() > greatest.weight() ? share : greatest;
    }
    return new KokoroStyle(
        rows,
        greatest.name().startsWith("b") ? VoiceModel.Accent.BRITISH : VoiceModel.Accent.AMERICAN);
  }

  private static Share share(Path folder, String part, String mixture) {
    int colon = part.indexOf(':');
    String name = colon < 0 ? part : part.substring(0, colon).strip();
    double weight = 1;
    if (colon >= 0) {
      try {
        weight = Double.parseDouble(part.substring(colon + 1).strip());
      } catch (NumberFormatException e) {
        weight = Double.NaN;
      }
    }
    if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new ModelFailure(
          "voice kokoro:%s: the share of %s must be a number above 0, as in af_heart:0.6+am_adam:0.4"
              .formatted(mixture, name));
    }
    List<String> english = english(folder);
    if (!english.contains(name)) {
      throw new ModelFailure(
          "voice kokoro:%s: there is no speaker %s; choose from %s"
              .formatted(mixture, name, String.join(", ", english)));
    }
    return new Share(name, weight);
  }

  /** The English speakers: the others were made for sounds that English text does not have. */
  private static List<String> english(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
          .filter(file -> file.matches("[ab][fm]_\\w+\\.bin"))
          .map(file -> file.substring(0, file.length() - ".bin".length()))
          .sorted()
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new ModelFailure(
          "the speakers of Kokoro are not in " + folder + "; run `creature models pull`", e);
    }
  }

  private static float[] read(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != ROWS * WIDTH * Float.BYTES) {
        throw new ModelFailure(
            "%s has %d bytes, not %d: it is no Kokoro speaker"
                .formatted(file, bytes.length, ROWS * WIDTH * Float.BYTES));
      }
      float[] rows = new float[ROWS * WIDTH];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(rows);
      return rows;
    } catch (IOException e) {
      throw new ModelFailure("cannot read the speaker " + file + ": " + e.getMessage(), e);
    }
  }
}
