package dev.creature.deploy.browser;

import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.audio.WavWriter;
import java.io.IOException;
import java.nio.file.Path;

/** A recording as a browser's made-up microphone wants it: silence, speech, a long silence. */
final class SpokenWav {
  private static final int RATE = 48_000;

  private SpokenWav() {}

  static Path write(Path recording, Path target) throws IOException {
    try (MonoReader reader = new MonoReader(AudioFiles.open(recording), RATE);
        WavWriter writer = WavWriter.create(target, RATE, 1)) {
      writer.write(new float[2 * RATE], 0, 2 * RATE);
      float[] block = new float[4_800];
      for (int read = reader.read(block, 0, block.length);
          read > 0;
          read = reader.read(block, 0, block.length)) {
        writer.write(block, 0, read);
      }
      writer.write(new float[20 * RATE], 0, 20 * RATE);
    }
    return target;
  }
}
