package dev.creature.voiceloop.audio;

/** What the readers of plain and lossless samples share: one format for the whole of a file. */
abstract class PcmDecoder extends BlockDecoder {
  private final int sampleRate;
  private final int channels;

  /** Samples of the block decoded last, interleaved; room for more frames is made by replacing. */
  private float[] block = new float[0];

  PcmDecoder(ByteReader bytes, int sampleRate, int channels) {
    super(bytes);
    this.sampleRate = sampleRate;
    this.channels = channels;
  }

  /** Makes room for blocks of so many frames. */
  final void reserve(int frames) {
    if (block.length < frames * channels) {
      block = new float[frames * channels];
    }
  }

  @Override
  public final int sampleRate() {
    return sampleRate;
  }

  @Override
  public final int channels() {
    return channels;
  }

  @Override
  final float[] block() {
    return block;
  }
}
