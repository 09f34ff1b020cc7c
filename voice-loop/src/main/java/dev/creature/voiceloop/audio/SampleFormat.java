package dev.creature.voiceloop.audio;

/** How one sample stands in a WAV file, and how it becomes a number in [-1, 1]. */
enum SampleFormat {
  U8(1),
  S16(2),
  S24(3),
  S32(4),
  F32(4),
  F64(8),
  A_LAW(1),
  MU_LAW(1);

  private final int bytes;

  SampleFormat(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of a sample. */
  int bytes() {
    return bytes;
  }

  /** The sample that starts at an index. */
  float decode(byte[] data, int at) {
    return switch (this) {
      case U8 -> ((data[at] & 0xff) - 128) / 128f;
      case S16 -> (short) ((data[at] & 0xff) | (data[at + 1] << 8)) / 32_768f;
      case S24 ->
          ((data[at] & 0xff) | ((data[at + 1] & 0xff) << 8) | (data[at + 2] << 16)) / 8_388_608f;
      case S32 -> int32(data, at) * 0x1p-31f;
      case F32 -> sane(Float.intBitsToFloat(int32(data, at)));
      case F64 ->
          sane(
              Double.longBitsToDouble(
                  (int32(data, at) & 0xffff_ffffL) | ((long) int32(data, at + 4) << 32)));
      case A_LAW -> aLaw(data[at]);
      case MU_LAW -> muLaw(data[at]);
    };
  }

  private static int int32(byte[] data, int at) {
    return (data[at] & 0xff)
        | ((data[at + 1] & 0xff) << 8)
        | ((data[at + 2] & 0xff) << 16)
        | (data[at + 3] << 24);
  }

  /** Not-a-number would spread through every filter behind. */
  private static float sane(double value) {
    return Double.isFinite(value) ? (float) Math.clamp(value, -1.0, 1.0) : 0;
  }

  /** ITU-T G.711, A-law. */
  private static float aLaw(byte code) {
    int value = (code & 0xff) ^ 0x55;
    int exponent = (value >> 4) & 7;
    int mantissa = value & 15;
    int magnitude =
        exponent == 0 ? (mantissa << 4) + 8 : ((mantissa << 4) + 0x108) << (exponent - 1);
    return ((value & 0x80) != 0 ? magnitude : -magnitude) / 32_768f;
  }

  /** ITU-T G.711, µ-law. */
  private static float muLaw(byte code) {
    int value = ~code & 0xff;
    int magnitude = ((((value & 15) << 3) + 0x84) << ((value >> 4) & 7)) - 0x84;
    return ((value & 0x80) != 0 ? -magnitude : magnitude) / 32_768f;
  }
}
