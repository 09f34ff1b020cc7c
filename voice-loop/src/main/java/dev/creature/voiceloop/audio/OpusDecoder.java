package dev.creature.voiceloop.audio;

/** What the readers of Opus share, whatever file it is in. */
abstract class OpusDecoder extends BlockDecoder {
  private OpusPackets packets;
  private boolean warned;

  OpusDecoder(ByteReader bytes, OpusHead head) {
    super(bytes);
    this.packets = new OpusPackets(head);
  }

  /** Decodes the packets of the stream at hand. */
  final OpusPackets packets() {
    return packets;
  }

  /** Goes on with another stream of as many channels. */
  final void begin(OpusHead head) {
    packets = new OpusPackets(head);
  }

  /** Warns, once, of damage that the packets or the file show. */
  final void warnOfDamage(boolean damagedFile) {
    if (!warned && (damagedFile || packets.damaged())) {
      warned = true;
      warn("is damaged in places; what is whole is used");
    }
  }

  @Override
  public final int sampleRate() {
    return OpusPackets.SAMPLE_RATE;
  }

  @Override
  public final int channels() {
    return packets.channels();
  }

  @Override
  final float[] block() {
    return packets.block();
  }
}
