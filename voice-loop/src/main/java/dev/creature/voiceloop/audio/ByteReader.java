package dev.creature.voiceloop.audio;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Bytes of a file, in order, with the numbers that containers are made of. */
final class ByteReader implements Closeable {
  private final InputStream in;
  private final String name;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int limit;
  private long consumed;

  ByteReader(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /** The file ended before what was promised. Each format decides what that means for it. */
  static final class OutOfBytes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfBytes() {
      super("the file ends early", null, false, false);
    }
  }

  /** The exception for something wrong in this file. */
  BadAudio bad(String reason) {
    return new BadAudio(name, reason);
  }

  /** Name of the file, for messages. */
  String name() {
    return name;
  }

  /** Bytes read so far. */
  long position() {
    return consumed + at;
  }

  /** The next bytes, up to 4,096, without consuming them; fewer at the end of the file. */
  byte[] peek(int count) {
    while (limit - at < count && fill()) {
      // Each round adds what the file gives.
    }
    byte[] bytes = new byte[Math.min(count, limit - at)];
    System.arraycopy(buffer, at, bytes, 0, bytes.length);
    return bytes;
  }

  boolean atEnd() {
    return at == limit && !fill();
  }

  /** The next byte, 0 to 255. */
  int u8() {
    if (at == limit && !fill()) {
      throw new OutOfBytes();
    }
    return buffer[at++] & 0xff;
  }

  int u16le() {
    int low = u8();
    return low | (u8() << 8);
  }

  long u32le() {
    long low = u16le();
    return low | ((long) u16le() << 16);
  }

  long i64le() {
    long low = u32le();
    return low | (u32le() << 32);
  }

  /** Four letters. */
  String fourLetters() {
    char[] letters = new char[4];
    for (int i = 0; i < 4; i++) {
      letters[i] = (char) u8();
    }
    return new String(letters);
  }

  /** As many bytes as are there, up to {@code length}; 0 only at the end. */
  int some(byte[] target, int offset, int length) {
    if (length == 0 || (at == limit && !fill())) {
      return 0;
    }
    int count = Math.min(length, limit - at);
    System.arraycopy(buffer, at, target, offset, count);
    at += count;
    return count;
  }

  /** Exactly so many bytes. */
  void exactly(byte[] target, int offset, int length) {
    int done = 0;
    while (done < length) {
      int count = some(target, offset + done, length - done);
      if (count == 0) {
        throw new OutOfBytes();
      }
      done += count;
    }
  }

  /** As many bytes as are there, up to {@code length}; fewer only at the end. */
  int upTo(byte[] target, int offset, int length) {
    int done = 0;
    while (done < length) {
      int count = some(target, offset + done, length - done);
      if (count == 0) {
        break;
      }
      done += count;
    }
    return done;
  }

  void skip(long count) {
    long left = count;
    while (left > 0) {
      if (at == limit && !fill()) {
        throw new OutOfBytes();
      }
      int step = (int) Math.min(left, limit - at);
      at += step;
      left -= step;
    }
  }

  /** Reads more behind what is buffered; false at the end of the file. */
  private boolean fill() {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, limit - at);
      consumed += at;
      limit -= at;
      at = 0;
    }
    if (limit == buffer.length) {
      return false;
    }
    try {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count <= 0) {
        return false;
      }
      limit += count;
      return true;
    } catch (EOFException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": " + e.getMessage(), e);
    }
  }
}
