package dev.creature.deploy.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The header of a file of H2, which stands there twice. */
final class StoreHeader {
  private static final String BLOCK = "block";
  private static final String CHUNK = "chunk";
  private static final String VERSION = "version";
  private static final String CLEAN = "clean";
  private static final String SUM = "fletcher";

  private StoreHeader() {}

  /**
   * Sets the header of a file that was not closed to its newest whole chunk, and takes the mark of
   * one that was closed away. What has no header is left as it is, for H2 to say so.
   *
   * @return what the header names now, when it named something else
   */
  static Optional<ChunkPlace> mend(FileChannel file) throws IOException {
    if (file.size() < (long) ChunkPlace.HEADER_BLOCKS * ChunkPlace.BLOCK_BYTES) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(ChunkPlace.HEADER_BLOCKS * ChunkPlace.BLOCK_BYTES);
    ChunkPlace.fill(file, 0, bytes);
    List<Map<String, String>> copies =
        IntStream.range(0, ChunkPlace.HEADER_BLOCKS)
            .mapToObj(
                i -> ChunkPlace.line(bytes, i * ChunkPlace.BLOCK_BYTES, ChunkPlace.BLOCK_BYTES))
            .map(StoreHeader::checked)
            .flatMap(Optional::stream)
            .toList();
    if (copies.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> header =
        copies.stream()
            .max(Comparator.comparingLong(it -> ChunkPlace.hex(it, VERSION)))
            .orElseThrow();
    if (isClosed(copies)) {
      // What was closed stays marked so until H2's second write. Killed in the first one, which may
      // lie over a chunk of no use any more, H2 would miss that one and go back behind the newest.
      write(file, header);
      return Optional.empty();
    }
    Optional<ChunkPlace> newest =
        ChunkPlace.newest(file).filter(place -> !copies.stream().allMatch(it -> names(it, place)));
    if (newest.isPresent()) {
      header.put(BLOCK, Long.toHexString(newest.get().block()));
      header.put(CHUNK, Integer.toHexString(newest.get().id()));
      header.put(VERSION, Long.toHexString(newest.get().version()));
      write(file, header);
    }
    return newest;
  }

  /** Both copies are whole, and say so. */
  private static boolean isClosed(List<Map<String, String>> copies) {
    return copies.size() == ChunkPlace.HEADER_BLOCKS
        && copies.stream().allMatch(it -> ChunkPlace.hex(it, CLEAN) != 0);
  }

  private static boolean names(Map<String, String> header, ChunkPlace place) {
    return ChunkPlace.hex(header, BLOCK) == place.block()
        && ChunkPlace.hex(header, CHUNK) == place.id()
        && ChunkPlace.hex(header, VERSION) == place.version();
  }

  private static void write(FileChannel file, Map<String, String> header) throws IOException {
    header.remove(CLEAN);
    byte[] copy = copy(header);
    // One copy after the other: killed meanwhile, one of them is whole.
    for (int i = 0; i < ChunkPlace.HEADER_BLOCKS; i++) {
      ByteBuffer block = ByteBuffer.wrap(copy);
      long at = (long) i * ChunkPlace.BLOCK_BYTES;
      while (block.hasRemaining()) {
        file.write(block, at + block.position());
      }
    }
    file.force(true);
  }

  /** A block with these entries and their sum. */
  static byte[] copy(Map<String, String> header) {
    StringBuilder text = new StringBuilder();
    header.forEach((key, value) -> DataUtils.appendMap(text, key, value));
    DataUtils.appendMap(text, SUM, sum(text.toString()));
    byte[] line = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
    return Arrays.copyOf(line, ChunkPlace.BLOCK_BYTES);
  }

  /** The entries of a line whose sum is right, without it. */
  static Optional<Map<String, String>> checked(String line) {
    int end = line.lastIndexOf("," + SUM + ":");
    if (end < 0) {
      return Optional.empty();
    }
    try {
      Map<String, String> entries = DataUtils.parseMap(line);
      boolean right = (int) ChunkPlace.hex(entries, SUM) == sum(line.substring(0, end));
      entries.remove(SUM);
      return right ? Optional.of(entries) : Optional.empty();
    } catch (MVStoreException | NumberFormatException torn) {
      return Optional.empty();
    }
  }

  private static int sum(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return DataUtils.getFletcher32(bytes, 0, bytes.length);
  }
}
