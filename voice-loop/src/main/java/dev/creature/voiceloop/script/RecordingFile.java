package dev.creature.voiceloop.script;

import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads what a scripted user says. */
final class RecordingFile {
  private static final int LONGEST_INPUT_MILLIS = 600_000;

  private RecordingFile() {}

  /**
   * Reads a file.
   *
   * @throws dev.creature.voiceloop.audio.BadAudio when it is no recording
   */
  static Recording load(Path file, SpeechJudge judge) throws IOException {
    float[] hearing = read(file, PcmBlock.SAMPLE_RATE);
    for (int i = 0; i < hearing.length; i++) {
      // As a microphone gives it, and as it is written down: what is replayed is the same.
      hearing[i] = sixteenBit(hearing[i]) / 32_768f;
    }
    float[] kept = read(file, SoundClip.SAMPLE_RATE);
    short[] written = new short[kept.length];
    for (int i = 0; i < kept.length; i++) {
      written[i] = sixteenBit(kept[i]);
    }
    return Recording.of(hearing, written, judge);
  }

  private static short sixteenBit(float sample) {
    return (short) Math.clamp(Math.round(sample * 32_768f), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private static float[] read(Path file, int sampleRate) throws IOException {
    try (MonoReader reader = new MonoReader(AudioFiles.open(file), sampleRate)) {
      float[] samples = new float[sampleRate];
      int count = 0;
      for (int read = reader.read(samples, 0, samples.length);
          read > 0;
          read = reader.read(samples, count, samples.length - count)) {
        count += read;
        if (count > (long) sampleRate * LONGEST_INPUT_MILLIS / 1000) {
          throw new BadScript(file + ": longer than 10 minutes; cut it into several inputs");
        }
        if (count == samples.length) {
          samples = Arrays.copyOf(samples, samples.length * 2);
        }
      }
      return Arrays.copyOf(samples, count);
    }
  }
}
