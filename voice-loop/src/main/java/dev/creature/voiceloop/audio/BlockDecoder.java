package dev.creature.voiceloop.audio;

import java.util.ArrayList;
import java.util.List;

/** What the readers of formats share: sound that comes in blocks, handed out in any pieces. */
abstract class BlockDecoder implements AudioSource {
  /** Where the bytes come from. */
  final ByteReader bytes;

  private final List<String> warnings = new ArrayList<>();
  private int blockFrames;
  private int blockAt;
  private long framesRead;
  private boolean ended;

  BlockDecoder(ByteReader bytes) {
    this.bytes = bytes;
  }

  /**
   * Decodes the next block into {@link #block()}.
   *
   * @return its frames, 0 or more; -1 at the end
   */
  abstract int nextBlock();

  /** Samples of the block decoded last, interleaved. */
  abstract float[] block();

  @Override
  public final int read(float[] interleaved, int offset, int frames) {
    while (blockAt == blockFrames) {
      if (ended) {
        return -1;
      }
      int next = nextBlock();
      if (next < 0) {
        ended = true;
        if (framesRead == 0) {
          throw bytes.bad("holds no sound");
        }
        return -1;
      }
      blockFrames = next;
      blockAt = 0;
    }
    int count = Math.min(frames, blockFrames - blockAt);
    System.arraycopy(block(), blockAt * channels(), interleaved, offset, count * channels());
    blockAt += count;
    framesRead += count;
    return count;
  }

  /** Seconds handed out so far, for messages. */
  final double secondsRead() {
    return (double) framesRead / sampleRate();
  }

  final void warn(String text) {
    // One of a kind is enough: a file can be damaged in a thousand places.
    if (warnings.size() < 8) {
      warnings.add(bytes.name() + ": " + text);
    }
  }

  @Override
  public final List<String> warnings() {
    return List.copyOf(warnings);
  }

  @Override
  public void close() {
    bytes.close();
  }

  /** Refuses what no recording has, before anything is sized by it. */
  static void checkFormat(ByteReader bytes, long sampleRate, int channels) {
    if (sampleRate < 4_000 || sampleRate > 768_000) {
      throw bytes.bad("its sample rate of " + sampleRate + " Hz is not within 4,000 to 768,000 Hz");
    }
    if (channels < 1 || channels > 32) {
      throw bytes.bad("has " + channels + " channels; 1 to 32 can be read");
    }
  }
}
