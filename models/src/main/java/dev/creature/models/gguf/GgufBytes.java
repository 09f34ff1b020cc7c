package dev.creature.models.gguf;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a GGUF file with a position that never leaves them. */
final class GgufBytes {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment bytes;
  private long position;

  GgufBytes(MemorySegment bytes) {
    this.bytes = bytes;
  }

  long position() {
    return position;
  }

  long size() {
    return bytes.byteSize();
  }

  long remaining() {
    return size() - position;
  }

  byte int8() {
    return bytes.get(ValueLayout.JAVA_BYTE, take(Byte.BYTES));
  }

  short int16() {
    return bytes.get(SHORT, take(Short.BYTES));
  }

  int int32() {
    return bytes.get(INT, take(Integer.BYTES));
  }

  long int64() {
    return bytes.get(LONG, take(Long.BYTES));
  }

  /** A 64-bit count of things that take at least {@code leastBytes} each of what remains. */
  int count(int leastBytes) {
    long count = int64();
    if (count < 0 || count > remaining() / leastBytes || count > Integer.MAX_VALUE) {
      throw new InvalidGguf("it announces more than it holds: cut short or damaged");
    }
    return (int) count;
  }

  /** A length and that many bytes of UTF-8. */
  String text() {
    int length = count(1);
    byte[] text = bytes.asSlice(take(length), length).toArray(ValueLayout.JAVA_BYTE);
    return new String(text, StandardCharsets.UTF_8);
  }

  MemorySegment slice(long offset, long length) {
    return bytes.asSlice(offset, length);
  }

  private long take(int length) {
    if (length > remaining()) {
      throw new InvalidGguf("it ends in the middle: cut short or damaged");
    }
    long here = position;
    position += length;
    return here;
  }
}
