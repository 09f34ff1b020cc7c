package dev.creature.voiceloop.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    float[] samples = Recordings.readAll("x", Recordings.resource("one-war.wav"));
    Path file = folder.resolve("copy.wav");
    try (WavWriter writer = WavWriter.create(file, 16_000, 1)) {
      for (int at = 0; at < samples.length; at += 320) {
        writer.write(samples, at, Math.min(320, samples.length - at));
      }
    }
    try (AudioSource source = AudioFiles.open(file)) {
      assertThat(Recordings.readAll(source)).isEqualTo(samples);
      assertThat(source.warnings()).isEmpty();
    }
  }

  @Test
  void twoChannelsStandSideBySideAndTooLoudIsClipped() throws IOException {
    Path file = folder.resolve("two.wav");
    try (WavWriter writer = WavWriter.create(file, 24_000, 2)) {
      writer.write(new float[] {0.5f, -0.25f, 2, -2}, 0, 2);
    }
    try (AudioSource source = AudioFiles.open(file)) {
      assertThat(source.channels()).isEqualTo(2);
      assertThat(Recordings.readAll(source))
          .containsExactly(new float[] {0.5f, -0.25f, 1, -1}, within(1e-4f));
    }
  }

  @Test
  void theFileOfAKilledProcessCanBePlayed() throws IOException {
    Path file = folder.resolve("killed.wav");
    try (WavWriter writer = WavWriter.create(file, 16_000, 1)) {
      writer.write(new float[40_000], 0, 40_000);
      Path left = Files.copy(file, folder.resolve("left.wav"));
      try (AudioSource source = AudioFiles.open(left)) {
        assertThat(Recordings.readAll(source)).hasSize(32_000);
        assertThat(source.warnings()).isEmpty();
      }
    }
  }
}
