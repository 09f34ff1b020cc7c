package dev.creature.voiceloop.script;

import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.AudioSource;
import dev.creature.voiceloop.audio.WavWriter;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A conversation's sound on disk: {@value #BOTH} with both sides at 24 kHz, and {@value #ALONE}
 * with the user at 16 kHz, sample for sample what the ears got before the room added to it. Belongs
 * to one thread.
 */
public final class ConversationTape implements AutoCloseable {
  /** Left the user, right the creature. */
  public static final String BOTH = "conversation.wav";

  /** The user alone, as a microphone gives it. */
  public static final String ALONE = "microphone.wav";

  private final WavWriter both;
  private final WavWriter alone;

  private ConversationTape(WavWriter both, WavWriter alone) {
    this.both = both;
    this.alone = alone;
  }

  /** Creates or replaces the files in a folder. */
  public static ConversationTape in(Path folder) throws IOException {
    return new ConversationTape(
        WavWriter.create(folder.resolve(BOTH), SoundClip.SAMPLE_RATE, 2),
        WavWriter.create(folder.resolve(ALONE), PcmBlock.SAMPLE_RATE, 1));
  }

  /**
   * Writes a stretch of time.
   *
   * @param user 24 kHz
   * @param creature 24 kHz, equally many
   * @param microphone 16 kHz
   */
  public void write(short[] user, short[] creature, short[] microphone) throws IOException {
    float[] interleaved = new float[user.length * 2];
    for (int i = 0; i < user.length; i++) {
      interleaved[2 * i] = user[i] / 32_768f;
      interleaved[2 * i + 1] = creature[i] / 32_768f;
    }
    both.write(interleaved, 0, user.length);
    float[] single = new float[microphone.length];
    for (int i = 0; i < single.length; i++) {
      single[i] = microphone[i] / 32_768f;
    }
    alone.write(single, 0, single.length);
  }

  @Override
  public void close() throws IOException {
    try (alone) {
      both.close();
    }
  }

  /**
   * One channel of a file, read back.
   *
   * @param channel 0 for the left or only one
   */
  public static short[] channel(Path file, int channel) throws IOException {
    try (AudioSource source = AudioFiles.open(file)) {
      int channels = source.channels();
      short[] samples = new short[source.sampleRate()];
      float[] block = new float[channels * 4096];
      int count = 0;
      for (int read = source.read(block, 0, 4096); read > 0; read = source.read(block, 0, 4096)) {
        if (count + read > samples.length) {
          samples = Arrays.copyOf(samples, Math.max(samples.length * 2, count + read));
        }
        for (int i = 0; i < read; i++) {
          samples[count + i] = (short) Math.round(block[channels * i + channel] * 32_768f);
        }
        count += read;
      }
      return Arrays.copyOf(samples, count);
    }
  }
}
