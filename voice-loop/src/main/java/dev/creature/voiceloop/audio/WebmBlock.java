package dev.creature.voiceloop.audio;

/** A block of a WebM file taken apart: which track, when, and its packets, laced or not. */
final class WebmBlock {
  private static final int MOST_PACKETS = 256;

  private byte[] data = new byte[0];
  private int length;
  private int at;
  private int packetCount;
  private int packet;
  private final int[] ends = new int[MOST_PACKETS];

  private long track;
  private short relativeTime;

  /** Track number. */
  long track() {
    return track;
  }

  /** Time relative to the cluster's, in its units. */
  short relativeTime() {
    return relativeTime;
  }

  byte[] data() {
    return data;
  }

  /** Where the packet at hand starts in the data. */
  int start() {
    return at;
  }

  int packetLength() {
    return ends[packet] - at;
  }

  boolean hasPacket() {
    return packet < packetCount;
  }

  boolean onLastPacket() {
    return packet == packetCount - 1;
  }

  void nextPacket() {
    at = ends[packet];
    packet++;
  }

  /**
   * Takes a block apart.
   *
   * @param content the element's content; kept, not copied
   * @return false when it makes no sense
   */
  boolean parse(byte[] content) {
    data = content;
    length = content.length;
    at = 0;
    packet = 0;
    packetCount = 0;
    track = variable();
    if (track < 0 || at + 3 > length) {
      return false;
    }
    relativeTime = (short) ((data[at] << 8) | (data[at + 1] & 0xff));
    int lacing = (data[at + 2] >> 1) & 3;
    at += 3;
    if (lacing == 0) {
      packetCount = 1;
      ends[0] = length;
      return true;
    }
    if (at >= length) {
      return false;
    }
    int count = (data[at++] & 0xff) + 1;
    return switch (lacing) {
      case 1 -> xiph(count);
      case 2 -> fixed(count);
      default -> ebml(count);
    };
  }

  private boolean fixed(int count) {
    int each = (length - at) / count;
    if (each * count != length - at) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      ends[i] = at + (i + 1) * each;
    }
    packetCount = count;
    return true;
  }

  private boolean xiph(int count) {
    int[] sizes = new int[count];
    for (int i = 0; i < count - 1; i++) {
      int part;
      do {
        if (at >= length) {
          return false;
        }
        part = data[at++] & 0xff;
        sizes[i] += part;
      } while (part == 255);
    }
    return lay(sizes);
  }

  private boolean ebml(int count) {
    int[] sizes = new int[count];
    for (int i = 0; i < count - 1; i++) {
      int before = at;
      long value = variable();
      if (value < 0 || value > length * 2L + (1L << 28)) {
        return false;
      }
      // After the first size come differences, with half the range below zero.
      long bias = (1L << (7 * (at - before) - 1)) - 1;
      long sized = i == 0 ? value : sizes[i - 1] + value - bias;
      if (sized < 0 || sized > length) {
        return false;
      }
      sizes[i] = (int) sized;
    }
    return lay(sizes);
  }

  /** The last packet takes what the others leave. */
  private boolean lay(int[] sizes) {
    int end = at;
    for (int i = 0; i < sizes.length - 1; i++) {
      end += sizes[i];
      if (end > length) {
        return false;
      }
      ends[i] = end;
    }
    ends[sizes.length - 1] = length;
    packetCount = sizes.length;
    return true;
  }

  /** A number of variable length; -1 when the block ends inside it. */
  private long variable() {
    if (at >= length) {
      return -1;
    }
    int first = data[at] & 0xff;
    int count = Integer.numberOfLeadingZeros(first) - 23;
    if (count > 8 || at + count > length) {
      return -1;
    }
    long value = first & (0xff >> count);
    for (int i = 1; i < count; i++) {
      value = (value << 8) | (data[at + i] & 0xff);
    }
    at += count;
    return value;
  }
}
