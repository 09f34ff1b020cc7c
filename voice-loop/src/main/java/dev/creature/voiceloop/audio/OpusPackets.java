package dev.creature.voiceloop.audio;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusPacketInfo;
import java.util.Arrays;

/** Opus packets to samples at 48 kHz: the decoder, with pre-skip and gain. */
final class OpusPackets {
  static final int SAMPLE_RATE = 48_000;

  /** Longest packet there is: 120 ms. */
  static final int MOST_FRAMES = 5_760;

  /** More than any packet of 120 ms can have. */
  static final int MOST_BYTES = 1 << 16;

  private final OpusHead head;
  private final OpusDecoder decoder;
  private final short[] pcm;
  private final float[] block;
  private int toSkip;
  private boolean damaged;

  OpusPackets(OpusHead head) {
    this.head = head;
    this.toSkip = head.preSkipFrames();
    this.pcm = new short[MOST_FRAMES * head.channels()];
    this.block = new float[MOST_FRAMES * head.channels()];
    try {
      this.decoder = new OpusDecoder(SAMPLE_RATE, head.channels());
    } catch (OpusException e) {
      throw new IllegalStateException("the Opus decoder does not start", e);
    }
  }

  int channels() {
    return head.channels();
  }

  /** Whether a packet could not be decoded and became silence. */
  boolean damaged() {
    return damaged;
  }

  float[] block() {
    return block;
  }

  /** Length of a packet, from its first bytes; 0 when they make no sense. */
  static int framesOf(byte[] packet, int length) {
    if (length < 1) {
      return 0;
    }
    try {
      int frames = OpusPacketInfo.getNumSamples(packet, 0, length, SAMPLE_RATE);
      return frames > 0 && frames <= MOST_FRAMES ? frames : 0;
    } catch (RuntimeException e) {
      return 0;
    }
  }

  /**
   * Decodes a packet into {@link #block()}.
   *
   * @param atMost frames wanted of it, for a stream that ends inside its last packet
   * @return frames, after what the pre-skip takes
   */
  int decode(byte[] packet, int length, int atMost) {
    int expected = framesOf(packet, length);
    if (expected == 0) {
      damaged = true;
      return 0;
    }
    int frames;
    try {
      frames = decoder.decode(packet, 0, length, pcm, 0, MOST_FRAMES, false);
    } catch (OpusException | RuntimeException e) {
      // The decoder checks little: on damaged bytes it may run over its own tables.
      frames = -1;
    } catch (AssertionError e) {
      frames = -1;
    }
    if (frames != expected) {
      damaged = true;
      decoder.resetState();
      Arrays.fill(pcm, (short) 0);
      frames = expected;
    }
    int skipped = Math.min(toSkip, frames);
    toSkip -= skipped;
    int kept = Math.max(0, Math.min(frames, atMost) - skipped);
    int channels = head.channels();
    for (int i = 0; i < kept * channels; i++) {
      block[i] = Math.clamp(pcm[skipped * channels + i] * head.gain() / 32_768f, -1f, 1f);
    }
    return kept;
  }

  /** Puts silence into {@link #block()}. */
  int silence(int frames) {
    int count = Math.min(frames, MOST_FRAMES);
    Arrays.fill(block, 0, count * head.channels(), 0);
    return count;
  }
}
