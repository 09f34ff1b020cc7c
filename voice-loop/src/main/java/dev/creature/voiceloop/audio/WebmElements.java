package dev.creature.voiceloop.audio;

/**
 * Elements of an EBML file (RFC 8794), one after the other. Containers are entered and not
 * remembered, so that it makes no difference whether their size is known; a browser's recorder does
 * not know it.
 */
final class WebmElements {
  static final int EBML = 0x1a45dfa3;
  static final int DOC_TYPE = 0x4282;
  static final int SEGMENT = 0x18538067;
  static final int INFO = 0x1549a966;
  static final int TIMESTAMP_SCALE = 0x2ad7b1;
  static final int TRACKS = 0x1654ae6b;
  static final int TRACK_ENTRY = 0xae;
  static final int TRACK_NUMBER = 0xd7;
  static final int TRACK_TYPE = 0x83;
  static final int CODEC_ID = 0x86;
  static final int CODEC_PRIVATE = 0x63a2;
  static final int CONTENT_ENCODINGS = 0x6d80;
  static final int CLUSTER = 0x1f43b675;
  static final int TIMESTAMP = 0xe7;
  static final int SIMPLE_BLOCK = 0xa3;
  static final int BLOCK_GROUP = 0xa0;
  static final int BLOCK = 0xa1;
  static final int DISCARD_PADDING = 0x75a2;

  private static final long UNKNOWN_SIZE = -1;

  private final ByteReader bytes;
  private int id;
  private long size;

  WebmElements(ByteReader bytes) {
    this.bytes = bytes;
  }

  /** The element that {@link #next} came to. */
  int id() {
    return id;
  }

  /** Bytes of its content; what is no container is to be consumed whole by the caller. */
  long size() {
    return size;
  }

  /**
   * Goes to the next element. Of a container the content comes next.
   *
   * @return false at the end of the file
   * @throws ByteReader.OutOfBytes when the file ends inside an element's head
   */
  boolean next() {
    if (bytes.atEnd()) {
      return false;
    }
    int first = bytes.u8();
    int length = Integer.numberOfLeadingZeros(first) - 23;
    if (length > 4) {
      throw damaged();
    }
    id = first;
    for (int i = 1; i < length; i++) {
      id = (id << 8) | bytes.u8();
    }
    size = variable();
    if (!isContainer() && size == UNKNOWN_SIZE) {
      throw damaged();
    }
    return true;
  }

  /** Whether the element holds elements that matter. */
  boolean isContainer() {
    return switch (id) {
      case EBML, SEGMENT, INFO, TRACKS, TRACK_ENTRY, CLUSTER, BLOCK_GROUP -> true;
      default -> false;
    };
  }

  /** Passes over the content. */
  void skip() {
    bytes.skip(size);
  }

  /** The content as a number without sign. */
  long unsigned() {
    if (size > 8) {
      throw damaged();
    }
    long value = 0;
    for (long i = 0; i < size; i++) {
      value = (value << 8) | bytes.u8();
    }
    return value;
  }

  /** The content as bytes. */
  byte[] content(int atMost) {
    if (size > atMost) {
      throw damaged();
    }
    byte[] content = new byte[(int) size];
    bytes.exactly(content, 0, content.length);
    return content;
  }

  BadAudio damaged() {
    return bytes.bad("is a WebM file, damaged near byte " + bytes.position());
  }

  private long variable() {
    int first = bytes.u8();
    int length = Integer.numberOfLeadingZeros(first) - 23;
    if (length > 8) {
      throw damaged();
    }
    long value = first & (0xff >> length);
    for (int i = 1; i < length; i++) {
      value = (value << 8) | bytes.u8();
    }
    return value == (1L << (7 * length)) - 1 ? UNKNOWN_SIZE : value;
  }
}
