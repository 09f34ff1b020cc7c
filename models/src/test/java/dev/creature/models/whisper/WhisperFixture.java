package dev.creature.models.whisper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** The real model and real recordings, for tests. */
final class WhisperFixture {
  private static final int WAV_HEADER = 44;

  private WhisperFixture() {}

  /** Assembles the fetched model into a folder, or skips the test aloud. */
  static Path assembled(Path target, Precision encoder, Precision decoder) {
    Path source = source();
    try {
      new WhisperAssembly(encoder, decoder).assemble(source, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  /** The fetched files, or skips the test aloud. */
  static Path source() {
    ModelFolder models = ModelFolder.ofUser();
    Path source = models.source(WhisperAssembly.MODEL_ID);
    assumeTrue(
        Files.isRegularFile(source.resolve("model.bin")),
        "skipped: whisper-tiny.en is not in " + models.root() + "; run ./creature models pull");
    return source;
  }

  /** A recording of the test resources: mono, 16 kHz, 16 bit, a header of 44 bytes. */
  static float[] recording(String name) {
    try (InputStream in =
        Objects.requireNonNull(WhisperFixture.class.getResourceAsStream("/speech/" + name), name)) {
      byte[] bytes = in.readAllBytes();
      ShortBuffer shorts =
          ByteBuffer.wrap(bytes, WAV_HEADER, bytes.length - WAV_HEADER)
              .order(ByteOrder.LITTLE_ENDIAN)
              .asShortBuffer();
      float[] samples = new float[shorts.remaining()];
      for (int i = 0; i < samples.length; i++) {
        samples[i] = shorts.get(i) / 32_768f;
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with silence behind it. */
  static float[] followedBySilence(float[] samples, int millis) {
    return Arrays.copyOf(samples, samples.length + 16 * millis);
  }
}
