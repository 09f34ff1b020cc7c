package dev.creature.voiceloop.audio;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Recordings for tests: those kept as resources, and WAV files made to measure. */
final class Recordings {
  private Recordings() {}

  static byte[] resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Recordings.class.getResourceAsStream("/audio/" + name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All samples, interleaved. */
  static float[] readAll(AudioSource source) {
    List<float[]> blocks = new ArrayList<>();
    float[] block = new float[777 * source.channels()];
    int total = 0;
    for (int n = source.read(block, 0, 777); n > 0; n = source.read(block, 0, 777)) {
      blocks.add(Arrays.copyOf(block, n * source.channels()));
      total += n * source.channels();
    }
    float[] all = new float[total];
    int at = 0;
    for (float[] part : blocks) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  static float[] readAll(String name, byte[] content) {
    return readAll(AudioFiles.open(name, content));
  }

  /** All samples as one channel at a rate. */
  static float[] mono(byte[] content, int sampleRate) {
    MonoReader reader = new MonoReader(AudioFiles.open("test", content), sampleRate);
    float[] all = new float[sampleRate * 60];
    return Arrays.copyOf(all, reader.read(all, 0, all.length));
  }

  static byte[] wav(int code, int channels, int rate, int bits, byte[] data) {
    return wav(code, channels, rate, bits, data, data.length);
  }

  static byte[] wav(int code, int channels, int rate, int bits, byte[] data, long promised) {
    ByteBuffer out = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt((int) (36 + promised)).put(ascii("WAVEfmt ")).putInt(16);
    out.putShort((short) code).putShort((short) channels).putInt(rate);
    out.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    out.putShort((short) bits).put(ascii("data")).putInt((int) promised).put(data);
    return out.array();
  }

  static byte[] extensible(int channels, int rate, int bits, int subformat, byte[] data) {
    ByteBuffer out = ByteBuffer.allocate(12 + 8 + 40 + 8 + data.length);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(60 + data.length).put(ascii("WAVEfmt ")).putInt(40);
    out.putShort((short) 0xfffe).putShort((short) channels).putInt(rate);
    out.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    out.putShort((short) bits).putShort((short) 22).putShort((short) bits).putInt(3);
    out.putShort((short) subformat).put(new byte[14]);
    out.put(ascii("data")).putInt(data.length).put(data);
    return out.array();
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
