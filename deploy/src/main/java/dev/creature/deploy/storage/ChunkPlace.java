package dev.creature.deploy.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/**
 * A whole chunk in a file of H2: one whose head and foot agree. It was written from its head to its
 * foot, so nothing of it is missing, unless the machine lost power.
 *
 * @param block where it begins, in blocks of {@link #BLOCK_BYTES}
 * @param id of the chunk
 * @param version of the store that it holds; one more for each commit
 * @param timeMillis when it was written, since the store was made; never less than that of the
 *     version before
 */
record ChunkPlace(long block, int id, long version, long timeMillis) {
  static final int BLOCK_BYTES = 4096;

  /** A file begins with two blocks of header. */
  static final int HEADER_BLOCKS = 2;

  private static final int BLOCKS_AT_ONCE = 256;
  private static final int MOST_HEAD_BYTES = 1024;
  private static final int FOOT_BYTES = 128;
  private static final byte[] BEGINNING = "chunk:".getBytes(StandardCharsets.ISO_8859_1);

  /**
   * The newest one of a file. Versions alone do not tell: a state that was given up has some that
   * its successors have, too, but they are older.
   */
  static Optional<ChunkPlace> newest(FileChannel file) throws IOException {
    long blocks = file.size() / BLOCK_BYTES;
    ByteBuffer piece = ByteBuffer.allocate(BLOCKS_AT_ONCE * BLOCK_BYTES);
    Comparator<ChunkPlace> age =
        Comparator.comparingLong(ChunkPlace::timeMillis).thenComparingLong(ChunkPlace::version);
    Optional<ChunkPlace> newest = Optional.empty();
    for (long from = HEADER_BLOCKS; from < blocks; from += BLOCKS_AT_ONCE) {
      fill(file, from * BLOCK_BYTES, piece.clear());
      for (int i = 0; i < piece.limit() / BLOCK_BYTES; i++) {
        Optional<ChunkPlace> here = at(file, from + i, piece, i * BLOCK_BYTES);
        if (here.isPresent() && newest.map(it -> age.compare(it, here.get()) < 0).orElse(true)) {
          newest = here;
        }
      }
    }
    return newest;
  }

  private static Optional<ChunkPlace> at(FileChannel file, long block, ByteBuffer piece, int at)
      throws IOException {
    for (int i = 0; i < BEGINNING.length; i++) {
      if (piece.get(at + i) != BEGINNING[i]) {
        return Optional.empty();
      }
    }
    try {
      Map<String, String> head = DataUtils.parseMap(line(piece, at, MOST_HEAD_BYTES));
      int id = (int) hex(head, "chunk");
      long version = hex(head, "version");
      long footAt = (block + hex(head, "len")) * BLOCK_BYTES - FOOT_BYTES;
      if (footAt < 0 || footAt + FOOT_BYTES > file.size()) {
        return Optional.empty();
      }
      ByteBuffer bytes = ByteBuffer.allocate(FOOT_BYTES);
      fill(file, footAt, bytes);
      Optional<Map<String, String>> foot = StoreHeader.checked(line(bytes, 0, FOOT_BYTES));
      boolean whole =
          foot.isPresent()
              && (int) hex(foot.get(), "chunk") == id
              && hex(foot.get(), "version") == version
              && hex(foot.get(), "len") == hex(head, "len");
      return whole
          ? Optional.of(new ChunkPlace(block, id, version, hex(head, "time")))
          : Optional.empty();
    } catch (MVStoreException | NumberFormatException noChunk) {
      return Optional.empty();
    }
  }

  /** The text up to the end of a line. */
  static String line(ByteBuffer bytes, int from, int most) {
    int length = 0;
    while (length < most && bytes.get(from + length) != '\n') {
      length++;
    }
    byte[] text = new byte[length];
    bytes.get(from, text);
    return new String(text, StandardCharsets.ISO_8859_1).strip();
  }

  /** Reads as much as there is; leaves the limit behind it. */
  static void fill(FileChannel file, long from, ByteBuffer target) throws IOException {
    while (target.hasRemaining()) {
      if (file.read(target, from + target.position()) < 0) {
        break;
      }
    }
    target.flip();
  }

  /** A number as H2 writes it; what is not there is 0. */
  static long hex(Map<String, String> map, String key) {
    return Long.parseUnsignedLong(map.getOrDefault(key, "0"), 16);
  }
}
