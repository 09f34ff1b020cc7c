package dev.creature.models.gguf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * Takes the blocks of GGUF's quantised types apart. The layouts are those of the ggml project's
 * {@code ggml-common.h}: within a block, the codes of neighbours are spread over the low and high
 * bits of bytes.
 */
final class BlockDecoder {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final BlockType type;
  private final MemorySegment data;
  private final byte[] codes;
  private final float[] scales;
  private final float[] offsets;

  BlockDecoder(BlockType type, MemorySegment data, AffineBlocks target) {
    this.type = type;
    this.data = data;
    this.codes = target.codes();
    this.scales = target.scales();
    this.offsets = target.offsets();
  }

  /** Decodes {@code blocks} blocks that begin at byte {@code start} of the tensor. */
  void decode(long start, int blocks) {
    int groups = type.elements() / AffineBlocks.Shape.of(type).group();
    for (int block = 0; block < blocks; block++) {
      long at = start + (long) block * type.bytes();
      int code = block * type.elements();
      int group = block * groups;
      switch (type) {
        case Q4_0 -> {
          scales[group] = half(at);
          nibbles(at + 2, code);
        }
        case Q4_1 -> {
          scales[group] = half(at);
          offsets[group] = half(at + 2) + 8 * scales[group];
          nibbles(at + 4, code);
        }
        case Q8_0 -> {
          scales[group] = half(at);
          for (int i = 0; i < 32; i++) {
            codes[code + i] = (byte) (data.get(ValueLayout.JAVA_BYTE, at + 2 + i) + 128);
          }
        }
        case Q4_K -> q4k(at, code, group);
        case Q5_K -> q5k(at, code, group);
        case Q6_K -> q6k(at, code, group);
        case F32, F16 -> throw new IllegalArgumentException(type + " is not quantised");
      }
    }
  }

  /** 16 bytes: the low halves are the first 16 codes, the high halves the next 16. */
  private void nibbles(long at, int code) {
    for (int i = 0; i < 16; i++) {
      int pair = unsigned(at + i);
      codes[code + i] = (byte) (pair & 15);
      codes[code + 16 + i] = (byte) (pair >> 4);
    }
  }

  private void q4k(long at, int code, int group) {
    scalesAndOffsets(at, group, 8);
    for (int pair = 0; pair < 4; pair++) {
      for (int i = 0; i < 32; i++) {
        int both = unsigned(at + 16 + pair * 32L + i);
        codes[code + pair * 64 + i] = (byte) (both & 15);
        codes[code + pair * 64 + 32 + i] = (byte) (both >> 4);
      }
    }
  }

  private void q5k(long at, int code, int group) {
    scalesAndOffsets(at, group, 16);
    // Centred on 128, the middle of eight bits: 0 to 31 becomes 112 to 143.
    for (int pair = 0; pair < 4; pair++) {
      for (int i = 0; i < 32; i++) {
        int high = unsigned(at + 16 + i) >> (2 * pair);
        int both = unsigned(at + 48 + pair * 32L + i);
        codes[code + pair * 64 + i] = (byte) ((both & 15) + ((high & 1) << 4) + 112);
        codes[code + pair * 64 + 32 + i] = (byte) ((both >> 4) + ((high & 2) << 3) + 112);
      }
    }
  }

  private void q6k(long at, int code, int group) {
    float scale = half(at + 208);
    for (int i = 0; i < 16; i++) {
      scales[group + i] = scale * data.get(ValueLayout.JAVA_BYTE, at + 192 + i);
    }
    for (int part = 0; part < 2; part++) {
      for (int quarter = 0; quarter < 4; quarter++) {
        for (int i = 0; i < 32; i++) {
          int low = (unsigned(at + part * 64L + (quarter % 2) * 32L + i) >> (quarter / 2 * 4)) & 15;
          int high = (unsigned(at + 128 + part * 32L + i) >> (2 * quarter)) & 3;
          // 0 to 63 around 32 becomes 96 to 159 around 128.
          codes[code + part * 128 + quarter * 32 + i] = (byte) (low + (high << 4) + 96);
        }
      }
    }
  }

  /**
   * Eight scales and minima of 6 bits each, packed into 12 bytes behind the two that scale them.
   *
   * @param middle the code that becomes zero
   */
  private void scalesAndOffsets(long at, int group, int middle) {
    float scale = half(at);
    float minimum = half(at + 2);
    for (int i = 0; i < 8; i++) {
      int scaleBits;
      int minimumBits;
      if (i < 4) {
        scaleBits = unsigned(at + 4 + i) & 63;
        minimumBits = unsigned(at + 8 + i) & 63;
      } else {
        int low = unsigned(at + 8 + i);
        scaleBits = (low & 15) | (unsigned(at + i) >> 6 << 4);
        minimumBits = (low >> 4) | (unsigned(at + 4 + i) >> 6 << 4);
      }
      scales[group + i] = scale * scaleBits;
      offsets[group + i] = middle * scales[group + i] - minimum * minimumBits;
    }
  }

  private int unsigned(long at) {
    return data.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
  }

  private float half(long at) {
    return Float.float16ToFloat(data.get(SHORT, at));
  }
}
