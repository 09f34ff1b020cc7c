package dev.creature.voiceloop.audio;

import java.util.Arrays;

/** One channel of a FLAC frame: a prediction and the coded rest. */
final class FlacSubframe {
  private static final int[][] FIXED = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};

  private final FlacBits bits;
  private final ByteReader bytes;
  private final long[] coefficients = new long[32];

  FlacSubframe(FlacBits bits, ByteReader bytes) {
    this.bits = bits;
    this.bytes = bytes;
  }

  /**
   * Decodes the channel.
   *
   * @param samples receives them
   * @param frames how many
   * @param depth bits of a sample, 4 to 33
   */
  void decode(long[] samples, int frames, int depth) {
    if (bits.unsigned(1) != 0) {
      throw damaged();
    }
    int type = (int) bits.unsigned(6);
    int wasted = bits.unsigned(1) == 1 ? bits.unary() + 1 : 0;
    int width = depth - wasted;
    if (width < 1) {
      throw damaged();
    }
    if (type == 0) {
      Arrays.fill(samples, 0, frames, bits.signed(width));
    } else if (type == 1) {
      for (int i = 0; i < frames; i++) {
        samples[i] = bits.signed(width);
      }
    } else if (type >= 8 && type <= 12) {
      fixed(samples, frames, width, type - 8);
    } else if (type >= 32) {
      linear(samples, frames, width, type - 31);
    } else {
      throw damaged();
    }
    if (wasted > 0) {
      for (int i = 0; i < frames; i++) {
        samples[i] <<= wasted;
      }
    }
  }

  private void fixed(long[] samples, int frames, int width, int order) {
    warmUp(samples, frames, width, order);
    for (int i = 0; i < order; i++) {
      coefficients[i] = FIXED[order][i];
    }
    residual(samples, frames, order);
    predict(samples, frames, order, 0);
  }

  private void linear(long[] samples, int frames, int width, int order) {
    warmUp(samples, frames, width, order);
    int precision = (int) bits.unsigned(4) + 1;
    int shift = (int) bits.signed(5);
    if (precision == 16 || shift < 0) {
      throw damaged();
    }
    for (int i = 0; i < order; i++) {
      coefficients[i] = bits.signed(precision);
    }
    residual(samples, frames, order);
    predict(samples, frames, order, shift);
  }

  private void warmUp(long[] samples, int frames, int width, int order) {
    if (order > frames) {
      throw damaged();
    }
    for (int i = 0; i < order; i++) {
      samples[i] = bits.signed(width);
    }
  }

  private void predict(long[] samples, int frames, int order, int shift) {
    for (int i = order; i < frames; i++) {
      long sum = 0;
      for (int j = 0; j < order; j++) {
        sum += coefficients[j] * samples[i - 1 - j];
      }
      samples[i] += sum >> shift;
    }
  }

  /** What the prediction misses, in partitions of Rice codes, into the places it belongs to. */
  private void residual(long[] samples, int frames, int order) {
    int method = (int) bits.unsigned(2);
    if (method > 1) {
      throw damaged();
    }
    int parameterBits = method == 0 ? 4 : 5;
    int escape = (1 << parameterBits) - 1;
    int partitions = 1 << bits.unsigned(4);
    int each = frames / partitions;
    if (each * partitions != frames || each < order) {
      throw damaged();
    }
    int at = order;
    for (int partition = 0; partition < partitions; partition++) {
      int end = (partition + 1) * each;
      int parameter = (int) bits.unsigned(parameterBits);
      if (parameter == escape) {
        int width = (int) bits.unsigned(5);
        for (; at < end; at++) {
          samples[at] = width == 0 ? 0 : bits.signed(width);
        }
      } else {
        for (; at < end; at++) {
          long folded = ((long) bits.unary() << parameter) | bits.unsigned(parameter);
          samples[at] = (folded >>> 1) ^ -(folded & 1);
        }
      }
    }
  }

  private BadAudio damaged() {
    return bytes.bad("is a FLAC file whose sound is damaged");
  }
}
