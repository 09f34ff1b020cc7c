package dev.creature.models.gguf;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses a GGUF file, which comes from outside: every count, length and offset is checked against
 * the bytes that are there before anything is allocated for it.
 *
 * <p>Layout, little endian: magic, version, number of tensors, number of metadata; the metadata
 * (key, type, value); for each tensor its name, dimensions, type and offset; then, aligned, the
 * data. Source: the format's specification in the ggml project.
 */
final class GgufParser {
  private static final int MAGIC = 0x46554747; // "GGUF"
  private static final int DEFAULT_ALIGNMENT = 32;
  private static final int MOST_DIMENSIONS = 4;
  private static final int DEEPEST_SEQUENCE = 4;

  /** What a file holds. */
  record Contents(GgufMetadata metadata, Map<String, GgufTensor> tensors) {}

  private record Announced(String name, BlockType type, int columns, int rows, long offset) {}

  private final GgufBytes in;

  private GgufParser(GgufBytes in) {
    this.in = in;
  }

  static Contents parse(MemorySegment bytes) {
    return new GgufParser(new GgufBytes(bytes)).contents();
  }

  private Contents contents() {
    if (in.remaining() < Integer.BYTES || in.int32() != MAGIC) {
      throw new InvalidGguf("it does not begin with the letters GGUF");
    }
    int version = in.int32();
    if (version < 2 || version > 3) {
      throw new InvalidGguf("its version is %d; 2 and 3 are read".formatted(version));
    }
    // The least that a tensor and a pair of metadata take, so that a lie is found out at once.
    int tensorCount = in.count(Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES + 8);
    int pairCount = in.count(Long.BYTES + Integer.BYTES + 1);
    GgufMetadata metadata = metadata(pairCount);
    List<Announced> announced = new ArrayList<>(tensorCount);
    for (int i = 0; i < tensorCount; i++) {
      announced.add(tensor());
    }
    int alignment = metadata.wholeIfAny("general.alignment", 1, 1 << 20).orElse(DEFAULT_ALIGNMENT);
    long base = (in.position() + alignment - 1) / alignment * alignment;
    Map<String, GgufTensor> tensors = new LinkedHashMap<>();
    for (Announced tensor : announced) {
      if (tensors.put(tensor.name(), placed(tensor, base)) != null) {
        throw new InvalidGguf("it has two tensors " + tensor.name());
      }
    }
    return new Contents(metadata, Map.copyOf(tensors));
  }

  private GgufMetadata metadata(int pairCount) {
    Map<String, GgufValue> values = new LinkedHashMap<>();
    for (int i = 0; i < pairCount; i++) {
      String key = in.text();
      values.put(key, value(in.int32(), 0));
    }
    return new GgufMetadata(values);
  }

  private GgufValue value(int type, int depth) {
    return switch (type) {
      case 0 -> new GgufValue.Whole(in.int8() & 0xFF);
      case 1 -> new GgufValue.Whole(in.int8());
      case 2 -> new GgufValue.Whole(in.int16() & 0xFFFF);
      case 3 -> new GgufValue.Whole(in.int16());
      case 4 -> new GgufValue.Whole(Integer.toUnsignedLong(in.int32()));
      case 5 -> new GgufValue.Whole(in.int32());
      case 6 -> new GgufValue.Real(Float.intBitsToFloat(in.int32()));
      case 7 -> new GgufValue.Flag(in.int8() != 0);
      case 8 -> new GgufValue.Text(in.text());
      case 9 -> sequence(depth + 1);
      case 10, 11 -> new GgufValue.Whole(in.int64());
      case 12 -> new GgufValue.Real(Double.longBitsToDouble(in.int64()));
      default -> throw new InvalidGguf("a value of its metadata has the unknown type " + type);
    };
  }

  private GgufValue sequence(int depth) {
    if (depth > DEEPEST_SEQUENCE) {
      throw new InvalidGguf("its metadata hold lists in lists in lists");
    }
    int type = in.int32();
    int count = in.count(1);
    List<GgufValue> values = new ArrayList<>(Math.min(count, 1 << 16));
    for (int i = 0; i < count; i++) {
      values.add(value(type, depth));
    }
    return new GgufValue.Sequence(values);
  }

  private Announced tensor() {
    String name = in.text();
    int dimensions = in.int32();
    if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
      throw new InvalidGguf("tensor %s has %d dimensions".formatted(name, dimensions));
    }
    long columns = in.int64();
    long rows = 1;
    for (int i = 1; i < dimensions; i++) {
      long dimension = in.int64();
      rows = dimension > 0 && dimension <= Integer.MAX_VALUE ? rows * dimension : -1;
      if (rows < 1 || rows > Integer.MAX_VALUE) {
        throw new InvalidGguf("a dimension of tensor %s is out of range".formatted(name));
      }
    }
    int wireType = in.int32();
    BlockType type =
        BlockType.ofWireNumber(wireType)
            .orElseThrow(() ->
                new InvalidGguf(
                    "tensor %s is of type %d, which is not read here".formatted(name, wireType)));
    if (columns < 1 || columns > Integer.MAX_VALUE || columns % type.elements() != 0) {
      throw new InvalidGguf(
          "tensor %s has rows of %d, which are not whole blocks of %s"
              .formatted(name, columns, type));
    }
    return new Announced(name, type, (int) columns, (int) rows, in.int64());
  }

  private GgufTensor placed(Announced tensor, long base) {
    long rowBytes = (long) (tensor.columns() / tensor.type().elements()) * tensor.type().bytes();
    long offset = tensor.offset();
    long room = in.size() - base;
    if (offset < 0 || offset > room || tensor.rows() > (room - offset) / rowBytes) {
      throw new InvalidGguf(
          "it ends inside tensor %s: a download cut short?".formatted(tensor.name()));
    }
    return new GgufTensor(
        tensor.name(),
        tensor.type(),
        tensor.columns(),
        tensor.rows(),
        in.slice(base + offset, rowBytes * tensor.rows()));
  }
}
