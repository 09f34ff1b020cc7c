package dev.creature.models.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * Reads the plain files of a tar stream in the POSIX ustar form, which is what npm packs. Links,
 * folders and extended headers are passed over: names longer than ustar's 255 bytes are not needed.
 */
final class TarReader implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_OFFSET = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int CHECKSUM_OFFSET = 148;
  private static final int CHECKSUM_LENGTH = 8;
  private static final int TYPE_OFFSET = 156;
  private static final int PREFIX_OFFSET = 345;
  private static final int PREFIX_LENGTH = 155;

  private final InputStream in;
  private String name = "";
  private long unreadBytes;
  private long paddingBytes;

  TarReader(InputStream in) {
    this.in = in;
  }

  /**
   * Goes to the next plain file.
   *
   * @return whether there is one
   * @throws IOException when the stream is cut off or not tar
   */
  boolean next() throws IOException {
    while (true) {
      in.skipNBytes(unreadBytes + paddingBytes);
      unreadBytes = 0;
      paddingBytes = 0;
      byte[] header = in.readNBytes(BLOCK);
      if (header.length == 0 || isZero(header)) {
        return false;
      }
      if (header.length < BLOCK) {
        throw new EOFException("cut off in a header");
      }
      if (number(header, CHECKSUM_OFFSET, CHECKSUM_LENGTH) != checksum(header)) {
        throw new ZipException("no tar header where one should be");
      }
      unreadBytes = number(header, SIZE_OFFSET, SIZE_LENGTH);
      paddingBytes = Math.floorMod(-unreadBytes, (long) BLOCK);
      String prefix = text(header, PREFIX_OFFSET, PREFIX_LENGTH);
      String last = text(header, 0, NAME_LENGTH);
      name = prefix.isEmpty() ? last : prefix + "/" + last;
      byte type = header[TYPE_OFFSET];
      if (type == '0' || type == 0) {
        return true;
      }
    }
  }

  /** The path of the file that was gone to. */
  String name() {
    return name;
  }

  /** Hands its bytes on. */
  void copyTo(OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    while (unreadBytes > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, unreadBytes));
      if (read < 0) {
        throw new EOFException("cut off in " + name);
      }
      out.write(buffer, 0, read);
      unreadBytes -= read;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static boolean isZero(byte[] header) {
    for (byte b : header) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** The sum of the header's bytes, its own field taken as blanks. */
  private static long checksum(byte[] header) {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean own = i >= CHECKSUM_OFFSET && i < CHECKSUM_OFFSET + CHECKSUM_LENGTH;
      sum += own ? ' ' : header[i] & 0xFF;
    }
    return sum;
  }

  private static long number(byte[] header, int offset, int length) throws ZipException {
    String digits = text(header, offset, length).strip();
    if (!digits.matches("[0-7]{1,11}")) {
      throw new ZipException("no number in a tar header");
    }
    return Long.parseLong(digits, 8);
  }

  private static String text(byte[] header, int offset, int length) {
    int end = offset;
    while (end < offset + length && header[end] != 0) {
      end++;
    }
    return new String(header, offset, end - offset, StandardCharsets.UTF_8);
  }
}
