package dev.creature.models.voice;

import dev.creature.models.runtime.ModelFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A read-only map from text to bytes in two flat arrays, searched by halving.
 *
 * <p>The lexicons hold 180,000 words: as strings in a hash map they take 40 MB and 300 ms to load,
 * in this form 5 MB and a few milliseconds. Thread-safe.
 *
 * <p>File: magic, number of rows, bytes of keys, bytes of values (each an int, big endian), then
 * the end of each key, the end of each value, the keys in ascending unsigned order of their UTF-8
 * bytes, the values.
 */
public final class ByteTable {
  private static final int MAGIC = 0x43425431;
  private static final int HEADER_INTS = 4;

  private final int[] keyEnds;
  private final int[] valueEnds;
  private final byte[] keys;
  private final byte[] values;

  private ByteTable(int[] keyEnds, int[] valueEnds, byte[] keys, byte[] values) {
    this.keyEnds = keyEnds;
    this.valueEnds = valueEnds;
    this.keys = keys;
    this.values = values;
  }

  /** Writes a table. */
  public static void write(Path file, Map<String, byte[]> rows) throws IOException {
    record Row(byte[] key, byte[] value) {}
    List<Row> sorted = new ArrayList<>(rows.size());
    rows.forEach((key, value) -> sorted.add(new Row(key.getBytes(StandardCharsets.UTF_8), value)));
    sorted.sort(Comparator.comparing(Row::key, Arrays::compareUnsigned));
    int keyBytes = sorted.stream().mapToInt(row -> row.key().length).sum();
    int valueBytes = sorted.stream().mapToInt(row -> row.value().length).sum();
    ByteBuffer out =
        ByteBuffer.allocate(
            (HEADER_INTS + 2 * sorted.size()) * Integer.BYTES + keyBytes + valueBytes);
    out.putInt(MAGIC).putInt(sorted.size()).putInt(keyBytes).putInt(valueBytes);
    int end = 0;
    for (Row row : sorted) {
      end += row.key().length;
      out.putInt(end);
    }
    end = 0;
    for (Row row : sorted) {
      end += row.value().length;
      out.putInt(end);
    }
    sorted.forEach(row -> out.put(row.key()));
    sorted.forEach(row -> out.put(row.value()));
    Files.write(file, out.array());
  }

  /** Writes a table of texts. */
  public static void writeTexts(Path file, Map<String, String> rows) throws IOException {
    Map<String, byte[]> encoded = new HashMap<>();
    rows.forEach((key, value) -> encoded.put(key, value.getBytes(StandardCharsets.UTF_8)));
    write(file, encoded);
  }

  /**
   * Loads a table.
   *
   * @throws ModelFailure when the file cannot be read or is not a whole table
   */
  public static ByteTable open(Path file) {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ModelFailure("cannot read the word table " + file + ": " + e.getMessage(), e);
    }
    ByteBuffer in = ByteBuffer.wrap(content);
    if (content.length < HEADER_INTS * Integer.BYTES || in.getInt() != MAGIC) {
      throw damaged(file);
    }
    int rows = in.getInt();
    int keyBytes = in.getInt();
    int valueBytes = in.getInt();
    long expected =
        HEADER_INTS * (long) Integer.BYTES + 2L * rows * Integer.BYTES + keyBytes + valueBytes;
    if (rows < 0 || keyBytes < 0 || valueBytes < 0 || expected != content.length) {
      throw damaged(file);
    }
    int[] keyEnds = new int[rows];
    int[] valueEnds = new int[rows];
    in.asIntBuffer().get(keyEnds).get(valueEnds);
    int keysAt = (HEADER_INTS + 2 * rows) * Integer.BYTES;
    if (!ascends(keyEnds, keyBytes) || !ascends(valueEnds, valueBytes)) {
      throw damaged(file);
    }
    return new ByteTable(
        keyEnds,
        valueEnds,
        Arrays.copyOfRange(content, keysAt, keysAt + keyBytes),
        Arrays.copyOfRange(content, keysAt + keyBytes, content.length));
  }

  private static boolean ascends(int[] ends, int last) {
    int previous = 0;
    for (int end : ends) {
      if (end < previous) {
        return false;
      }
      previous = end;
    }
    return previous == last;
  }

  private static ModelFailure damaged(Path file) {
    return new ModelFailure(
        "the word table " + file + " is damaged; delete its folder and run `creature models pull`");
  }

  /** Number of rows. */
  public int size() {
    return keyEnds.length;
  }

  /** The row of a key, or -1. */
  public int row(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = keyEnds.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              keys, start(keyEnds, middle), keyEnds[middle], wanted, 0, wanted.length);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Whether a key is there. */
  public boolean contains(String key) {
    return row(key) >= 0;
  }

  /** The text of a key. */
  public Optional<String> text(String key) {
    int row = row(key);
    return row < 0 ? Optional.empty() : Optional.of(text(row));
  }

  /** The value of a row as text. */
  public String text(int row) {
    int start = start(valueEnds, row);
    return new String(values, start, valueEnds[row] - start, StandardCharsets.UTF_8);
  }

  /** The key of a row. */
  public String key(int row) {
    int start = start(keyEnds, row);
    return new String(keys, start, keyEnds[row] - start, StandardCharsets.UTF_8);
  }

  /** The value of a row, read-only, big endian. */
  public ByteBuffer bytes(int row) {
    int start = start(valueEnds, row);
    return ByteBuffer.wrap(values, start, valueEnds[row] - start).asReadOnlyBuffer();
  }

  private static int start(int[] ends, int row) {
    return row == 0 ? 0 : ends[row - 1];
  }
}
