package dev.creature.deploy.load;

import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.MonoReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a phone says.
 *
 * @param name of the recording
 * @param samples mono, 16 kHz, 16 bit; not to be changed
 * @param voiceEnd index behind its last loud sample
 */
record Clip(String name, short[] samples, int voiceEnd) {
  static final int SAMPLE_RATE = 16_000;
  private static final int LONGEST_SECONDS = 60;

  /** About -34 dBFS: louder than the hiss of a recording. */
  private static final int LOUD = 650;

  Clip {
    if (voiceEnd <= 0 || voiceEnd > samples.length) {
      throw new IllegalArgumentException(name + ": nothing in it is loud enough to be heard");
    }
  }

  static Clip of(String name, short[] samples) {
    int end = samples.length;
    while (end > 0 && Math.abs(samples[end - 1]) < LOUD) {
      end--;
    }
    return new Clip(name, samples, end);
  }

  /**
   * Reads a recording.
   *
   * @throws dev.creature.voiceloop.audio.BadAudio when it is none
   */
  static Clip read(Path file) throws IOException {
    float[] sound = new float[SAMPLE_RATE * LONGEST_SECONDS];
    int count = 0;
    try (MonoReader reader = new MonoReader(AudioFiles.open(file), SAMPLE_RATE)) {
      int read = reader.read(sound, 0, sound.length);
      while (read > 0 && count + read < sound.length) {
        count += read;
        read = reader.read(sound, count, sound.length - count);
      }
    }
    short[] samples = new short[count];
    for (int i = 0; i < count; i++) {
      samples[i] =
          (short) Math.clamp(Math.round(sound[i] * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return of(String.valueOf(file.getFileName()), Arrays.copyOf(samples, count));
  }
}
