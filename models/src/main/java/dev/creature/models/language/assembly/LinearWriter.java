package dev.creature.models.language.assembly;

import dev.creature.models.gguf.AffineBlocks;
import dev.creature.models.gguf.BlockType;
import dev.creature.models.gguf.GgufTensor;
import dev.creature.models.gguf.InvalidGguf;
import dev.creature.models.gguf.PlainRows;
import dev.creature.models.onnx.Attribute;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Multiplies by the matrices of a GGUF file, with their codes and scales as they are in the file.
 *
 * <p>{@code MatMulNBits} knows codes around a fixed middle: {@code scale · (code − middle)}. Where
 * a group of 32 weights also has an offset, the product is that plus the offset times the sum of
 * the 32 inputs, so a small plain product with the sums of the groups is added. ONNX Runtime has
 * zero points of its own, but whole ones would round the offsets, and its processor kernels unpack
 * the whole matrix for fractional ones.
 */
final class LinearWriter {
  private static final int CHUNK_ELEMENTS = 1 << 22;

  private final GraphWriter graph;
  private final Precision precision;
  private final Map<String, String> groupSums = new HashMap<>();

  LinearWriter(GraphWriter graph, Precision precision) {
    this.graph = graph;
    this.precision = precision;
  }

  /** Whether tensors can be one matrix: same type, same number of columns. */
  static boolean joinable(List<GgufTensor> parts) {
    return parts.stream()
        .allMatch(part ->
            part.type() == parts.getFirst().type() && part.columns() == parts.getFirst().columns());
  }

  /**
   * Multiplies.
   *
   * @param input [tokens, columns]
   * @param parts matrices [rows, columns] of one type, whose outputs stand side by side
   * @param bias added to each output, as many as there are rows, or empty
   * @return [tokens, rows of all parts]
   */
  String multiply(String input, List<GgufTensor> parts, Optional<float[]> bias) throws IOException {
    GgufTensor first = parts.getFirst();
    String name = first.name();
    int rows = parts.stream().mapToInt(GgufTensor::rows).sum();
    if (bias.isPresent() && bias.get().length != rows) {
      throw new InvalidGguf("the bias of %s has %d numbers".formatted(name, bias.get().length));
    }
    Optional<String> biasName = Optional.empty();
    if (bias.isPresent()) {
      biasName = Optional.of(graph.weight(name + ".bias", new long[] {rows}, bias.get()));
    }
    if (!first.type().quantised()) {
      return plain(input, parts, biasName);
    }
    AffineBlocks.Shape shape = AffineBlocks.Shape.of(first.type());
    codes(name + ".codes", parts);
    scales(name + ".scales", parts);
    String product = nBits(input, name, first.type(), first.columns(), rows, precision, biasName);
    if (!shape.shifted()) {
      return product;
    }
    String offsets = offsets(name + ".offsets", parts, rows);
    return graph.node("Gemm", List.of(sums(input, first.columns(), shape), offsets, product));
  }

  /** {@code MatMulNBits} with the codes and scales that were written under a name. */
  String nBits(
      String input,
      String name,
      BlockType type,
      int columns,
      int rows,
      Precision exactness,
      Optional<String> bias) {
    AffineBlocks.Shape shape = AffineBlocks.Shape.of(type);
    List<String> operands = List.of(input, name + ".codes", name + ".scales");
    if (bias.isPresent()) {
      operands = List.of(input, name + ".codes", name + ".scales", "", "", bias.get());
    }
    // Eight-bit codes have a fast kernel for rounded inputs only.
    Precision used = shape.bits() == 4 ? exactness : Precision.FAST;
    return graph
        .node(
            GraphWriter.MICROSOFT,
            "MatMulNBits",
            operands,
            1,
            new Attribute.Int("K", columns),
            new Attribute.Int("N", rows),
            new Attribute.Int("bits", shape.bits()),
            new Attribute.Int("block_size", shape.group()),
            new Attribute.Int("accuracy_level", used.accuracyLevel()))
        .getFirst();
  }

  /** Writes codes as [rows, groups, bytes of a group]; of four-bit codes the even one is low. */
  String codes(String name, List<GgufTensor> parts) throws IOException {
    GgufTensor first = parts.getFirst();
    AffineBlocks.Shape shape = AffineBlocks.Shape.of(first.type());
    int rows = parts.stream().mapToInt(GgufTensor::rows).sum();
    long[] dimensions = {
      rows, first.columns() / shape.group(), shape.group() * shape.bits() / Byte.SIZE
    };
    return graph.weight(
        name,
        ElementType.UINT8,
        dimensions,
        out ->
            eachChunk(
                parts, blocks -> writeAll(ByteBuffer.wrap(packed(shape, blocks.codes())), out)));
  }

  /** Writes scales as [rows · groups]. */
  String scales(String name, List<GgufTensor> parts) throws IOException {
    long groups = 0;
    for (GgufTensor part : parts) {
      groups += part.elements() / AffineBlocks.Shape.of(part.type()).group();
    }
    return graph.weight(
        name,
        ElementType.FLOAT,
        new long[] {groups},
        out -> eachChunk(parts, blocks -> writeFloats(blocks.scales(), out)));
  }

  /** The sums of the groups of an input, [tokens, groups]; made once for all who need them. */
  String sums(String input, int columns, AffineBlocks.Shape shape) throws IOException {
    String known = groupSums.get(input);
    if (known != null) {
      return known;
    }
    String name = "group_sums_" + columns + "_" + shape.group();
    int groups = columns / shape.group();
    if (!graph.hasWeight(name)) {
      float[] ones = new float[columns * groups];
      for (int column = 0; column < columns; column++) {
        ones[column * groups + column / shape.group()] = 1;
      }
      graph.weight(name, new long[] {columns, groups}, ones);
    }
    String sums = graph.node("MatMul", List.of(input, name));
    groupSums.put(input, sums);
    return sums;
  }

  private String offsets(String name, List<GgufTensor> parts, int rows) throws IOException {
    GgufTensor first = parts.getFirst();
    int groups = first.columns() / AffineBlocks.Shape.of(first.type()).group();
    float[] transposed = new float[Math.multiplyExact(groups, rows)];
    int[] row = {0};
    eachChunk(
        parts,
        blocks -> {
          for (int i = 0; i < blocks.rows(); i++, row[0]++) {
            for (int group = 0; group < groups; group++) {
              transposed[group * rows + row[0]] = blocks.offsets()[i * groups + group];
            }
          }
        });
    return graph.weight(name, new long[] {groups, rows}, transposed);
  }

  private String plain(String input, List<GgufTensor> parts, Optional<String> bias)
      throws IOException {
    String name = plainWeight(parts.getFirst().name(), parts);
    List<String> operands =
        bias.isPresent() ? List.of(input, name, bias.get()) : List.of(input, name);
    return graph.node("Gemm", operands, new Attribute.Int("transB", 1));
  }

  /** Writes the numbers of tensors that are not quantised as [rows, columns]. */
  String plainWeight(String name, List<GgufTensor> parts) throws IOException {
    int rows = parts.stream().mapToInt(GgufTensor::rows).sum();
    return graph.weight(
        name,
        ElementType.FLOAT,
        new long[] {rows, parts.getFirst().columns()},
        out -> {
          for (GgufTensor part : parts) {
            int step = rowsOfChunk(part);
            for (int row = 0; row < part.rows(); row += step) {
              writeFloats(PlainRows.read(part, row, Math.min(row + step, part.rows())), out);
            }
          }
        });
  }

  /** Writes the offsets of a tensor's groups as [rows, groups]. */
  String rowOffsets(String name, GgufTensor tensor) throws IOException {
    long groups = tensor.columns() / AffineBlocks.Shape.of(tensor.type()).group();
    return graph.weight(
        name,
        ElementType.FLOAT,
        new long[] {tensor.rows(), groups},
        out -> eachChunk(List.of(tensor), blocks -> writeFloats(blocks.offsets(), out)));
  }

  private interface ChunkWriter {
    void accept(AffineBlocks blocks) throws IOException;
  }

  private static void eachChunk(List<GgufTensor> parts, ChunkWriter writer) throws IOException {
    for (GgufTensor part : parts) {
      int step = rowsOfChunk(part);
      for (int row = 0; row < part.rows(); row += step) {
        writer.accept(AffineBlocks.read(part, row, Math.min(row + step, part.rows())));
      }
    }
  }

  private static int rowsOfChunk(GgufTensor part) {
    return Math.max(1, CHUNK_ELEMENTS / part.columns());
  }

  private static byte[] packed(AffineBlocks.Shape shape, byte[] codes) {
    if (shape.bits() == Byte.SIZE) {
      return codes;
    }
    byte[] packed = new byte[codes.length / 2];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = (byte) (codes[2 * i] | (codes[2 * i + 1] << 4));
    }
    return packed;
  }

  private static void writeFloats(float[] values, WritableByteChannel out) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    writeAll(bytes, out);
  }

  private static void writeAll(ByteBuffer bytes, WritableByteChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
