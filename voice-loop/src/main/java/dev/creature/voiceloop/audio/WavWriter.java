package dev.creature.voiceloop.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes a 16-bit WAV file as its sound comes. The header is brought up to date with every piece
 * that goes to the file, about twice a second, so that the file of a process that was killed can be
 * played up to there. Belongs to one thread at a time.
 */
public final class WavWriter implements AutoCloseable {
  private static final int HEADER = 44;
  private static final long MOST_DATA_BYTES = 0xffff_ffffL - HEADER - 1;

  private final FileChannel channel;
  private final Path file;
  private final int channels;
  private final ByteBuffer pending;
  private final ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
  private long dataBytes;

  private WavWriter(FileChannel channel, Path file, int sampleRate, int channels) {
    this.channel = channel;
    this.file = file;
    this.channels = channels;
    this.pending =
        ByteBuffer.allocate(Math.max(1, sampleRate / 2) * 2 * channels)
            .order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Creates or replaces a file.
   *
   * @param sampleRate frames a second, at least 1
   * @param channels samples of a frame, at least 1
   */
  public static WavWriter create(Path file, int sampleRate, int channels) throws IOException {
    if (sampleRate < 1 || channels < 1) {
      throw new IllegalArgumentException("sample rate and channels must be 1 or more");
    }
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);
    WavWriter writer = new WavWriter(channel, file, sampleRate, channels);
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(letters("RIFF")).putInt(HEADER - 8).put(letters("WAVE"));
    header.put(letters("fmt ")).putInt(16).putShort((short) 1).putShort((short) channels);
    header.putInt(sampleRate).putInt(sampleRate * channels * 2);
    header.putShort((short) (channels * 2)).putShort((short) 16);
    header.put(letters("data")).putInt(0).flip();
    while (header.hasRemaining()) {
      channel.write(header);
    }
    return writer;
  }

  /**
   * Writes frames.
   *
   * @param interleaved samples; what exceeds [-1, 1) is clipped
   * @param offset index of the first sample
   * @param frames how many frames
   * @throws IOException when the disk is full, or the file would pass WAV's limit of 4 GB
   */
  public void write(float[] interleaved, int offset, int frames) throws IOException {
    for (int i = 0; i < frames * channels; i++) {
      if (!pending.hasRemaining()) {
        flush();
      }
      int value = Math.round(interleaved[offset + i] * 32_768f);
      pending.putShort((short) Math.clamp(value, Short.MIN_VALUE, Short.MAX_VALUE));
    }
  }

  /** Brings all that was written into the file. */
  public void flush() throws IOException {
    pending.flip();
    if (dataBytes + pending.remaining() > MOST_DATA_BYTES) {
      throw new IOException(file + ": a WAV file cannot be longer than 4 GB");
    }
    while (pending.hasRemaining()) {
      dataBytes += channel.write(pending, HEADER + dataBytes);
    }
    pending.clear();
    putSize(4, HEADER - 8 + dataBytes);
    putSize(HEADER - 4, dataBytes);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
    }
  }

  private void putSize(long position, long value) throws IOException {
    size.clear();
    size.putInt((int) value).flip();
    channel.write(size, position);
  }

  private static byte[] letters(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
