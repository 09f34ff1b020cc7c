package dev.creature.voiceloop.audio;

/** Bits of a FLAC frame, most significant first, with the two check sums that guard it. */
final class FlacBits {
  private static final int[] CRC8 = table(0x07 << 8, 8);
  private static final int[] CRC16 = table(0x8005, 16);

  private final ByteReader bytes;
  private int current;
  private int bitsLeft;
  private int crc8;
  private int crc16;

  FlacBits(ByteReader bytes) {
    this.bytes = bytes;
  }

  /** Begins a frame: both sums start anew. */
  void begin() {
    bitsLeft = 0;
    crc8 = 0;
    crc16 = 0;
  }

  int crc8() {
    return crc8;
  }

  int crc16() {
    return crc16;
  }

  /** Drops the bits up to the next whole byte. */
  void align() {
    bitsLeft = 0;
  }

  /** An unsigned number of up to 32 bits. */
  long unsigned(int count) {
    long value = 0;
    int wanted = count;
    while (wanted > 0) {
      if (bitsLeft == 0) {
        next();
      }
      int take = Math.min(wanted, bitsLeft);
      value = (value << take) | ((current >> (bitsLeft - take)) & ((1 << take) - 1));
      bitsLeft -= take;
      wanted -= take;
    }
    return value;
  }

  /** A number in two's complement of 1 to 33 bits. */
  long signed(int count) {
    if (count > 32) {
      long high = signed(count - 32);
      return (high << 32) | unsigned(32);
    }
    int unused = 64 - count;
    return (unsigned(count) << unused) >> unused;
  }

  /** Zeros before the next one. */
  int unary() {
    int zeros = 0;
    while (true) {
      if (bitsLeft == 0) {
        next();
      }
      int rest = current & ((1 << bitsLeft) - 1);
      if (rest != 0) {
        int leading = bitsLeft - (32 - Integer.numberOfLeadingZeros(rest));
        bitsLeft -= leading + 1;
        return zeros + leading;
      }
      zeros += bitsLeft;
      bitsLeft = 0;
    }
  }

  private void next() {
    current = bytes.u8();
    bitsLeft = 8;
    crc8 = CRC8[crc8 ^ current];
    crc16 = ((crc16 << 8) ^ CRC16[(crc16 >> 8) ^ current]) & 0xffff;
  }

  /** What each byte does to a sum of the given width; the polynomial stands in the top bits. */
  private static int[] table(int polynomial, int width) {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ polynomial : crc << 1;
      }
      table[i] = width == 8 ? (crc >> 8) & 0xff : crc & 0xffff;
    }
    return table;
  }
}
