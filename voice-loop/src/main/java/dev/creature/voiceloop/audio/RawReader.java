package dev.creature.voiceloop.audio;

/**
 * Samples without a header: 16 kHz, 16 bits, little-endian, one channel. Anything passes for that,
 * so it is never guessed, only asked for.
 */
final class RawReader extends BlockDecoder {
  private static final int BLOCK_FRAMES = 1024;

  private final byte[] raw = new byte[2 * BLOCK_FRAMES];
  private final float[] block = new float[BLOCK_FRAMES];

  RawReader(ByteReader bytes) {
    super(bytes);
  }

  @Override
  public int sampleRate() {
    return 16_000;
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  float[] block() {
    return block;
  }

  @Override
  int nextBlock() {
    int frames = bytes.upTo(raw, 0, raw.length) / 2;
    for (int i = 0; i < frames; i++) {
      block[i] = SampleFormat.S16.decode(raw, 2 * i);
    }
    return frames == 0 ? -1 : frames;
  }
}
