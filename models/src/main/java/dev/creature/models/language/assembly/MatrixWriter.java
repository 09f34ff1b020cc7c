package dev.creature.models.language.assembly;

import dev.creature.models.gguf.AffineBlocks;
import dev.creature.models.gguf.GgufTensor;
import dev.creature.models.gguf.PlainRows;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/**
 * Writes the matrices of a GGUF file as weights of a graph, a few rows at a time. Several tensors
 * of one type and one number of columns are one matrix, row under row.
 */
final class MatrixWriter {
  private static final int CHUNK_ELEMENTS = 1 << 22;

  private final GraphWriter graph;

  MatrixWriter(GraphWriter graph) {
    this.graph = graph;
  }

  /** Writes codes as [rows, groups, bytes of a group]; of four-bit codes the even one is low. */
  String codes(String name, List<GgufTensor> parts) throws IOException {
    AffineBlocks.Shape shape = AffineBlocks.Shape.of(parts.getFirst().type());
    return codes(
        name,
        shape,
        parts,
        parts.getFirst().columns() / shape.group(),
        blocks -> packed(shape, blocks.codes(), blocks.codes().length));
  }

  /** Writes scales as [rows · groups]. */
  String scales(String name, List<GgufTensor> parts) throws IOException {
    GgufTensor first = parts.getFirst();
    long groups = first.columns() / AffineBlocks.Shape.of(first.type()).group();
    return floats(name, new long[] {rows(parts) * groups}, parts, AffineBlocks::scales);
  }

  /** Writes the offsets of a tensor's groups as [rows, groups]. */
  String rowOffsets(String name, GgufTensor tensor) throws IOException {
    long groups = tensor.columns() / AffineBlocks.Shape.of(tensor.type()).group();
    return floats(name, new long[] {tensor.rows(), groups}, List.of(tensor), AffineBlocks::offsets);
  }

  /** Writes the offsets of groups as [groups, rows]. */
  String offsets(String name, List<GgufTensor> parts) throws IOException {
    GgufTensor first = parts.getFirst();
    int rows = rows(parts);
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

  /**
   * Writes rows with tails instead of offsets: {@code .codes} and {@code .scales} as above, and
   * {@code .zeros} as [rows, bytes].
   */
  void tailed(String name, TailLayout layout, List<GgufTensor> parts) throws IOException {
    AffineBlocks.Shape shape = layout.shape();
    int blocks = layout.allBlocks();
    codes(
        name + ".codes",
        shape,
        parts,
        blocks,
        chunk -> {
          byte[] codes = TailedBlocks.of(chunk).codes();
          return packed(shape, codes, codes.length);
        });
    floats(
        name + ".scales",
        new long[] {(long) rows(parts) * blocks},
        parts,
        chunk -> TailedBlocks.of(chunk).scales());
    graph.weight(
        name + ".zeros",
        ElementType.UINT8,
        new long[] {rows(parts), Math.ceilDiv(blocks * shape.bits(), Byte.SIZE)},
        out ->
            eachChunk(
                parts,
                chunk ->
                    writeAll(
                        ByteBuffer.wrap(packed(shape, TailedBlocks.of(chunk).zeros(), blocks)),
                        out)));
  }

  /** Writes the numbers of tensors that are not quantised as [rows, columns]. */
  String plain(String name, List<GgufTensor> parts) throws IOException {
    return graph.weight(
        name,
        ElementType.FLOAT,
        new long[] {rows(parts), parts.getFirst().columns()},
        out -> {
          for (GgufTensor part : parts) {
            int step = rowsOfChunk(part);
            for (int row = 0; row < part.rows(); row += step) {
              writeFloats(PlainRows.read(part, row, Math.min(row + step, part.rows())), out);
            }
          }
        });
  }

  /** Rows of all parts together. */
  static int rows(List<GgufTensor> parts) {
    return parts.stream().mapToInt(GgufTensor::rows).sum();
  }

  private interface ChunkWriter {
    void accept(AffineBlocks blocks) throws IOException;
  }

  private interface BytesOfChunk {
    byte[] of(AffineBlocks blocks);
  }

  private interface FloatsOfChunk {
    float[] of(AffineBlocks blocks);
  }

  private String codes(
      String name, AffineBlocks.Shape shape, List<GgufTensor> parts, int blocks, BytesOfChunk bytes)
      throws IOException {
    long[] dimensions = {rows(parts), blocks, shape.group() * shape.bits() / Byte.SIZE};
    return graph.weight(
        name,
        ElementType.UINT8,
        dimensions,
        out -> eachChunk(parts, chunk -> writeAll(ByteBuffer.wrap(bytes.of(chunk)), out)));
  }

  private String floats(
      String name, long[] dimensions, List<GgufTensor> parts, FloatsOfChunk numbers)
      throws IOException {
    return graph.weight(
        name,
        ElementType.FLOAT,
        dimensions,
        out -> eachChunk(parts, chunk -> writeFloats(numbers.of(chunk), out)));
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

  /** Packs rows of {@code run} codes; each begins a byte. */
  private static byte[] packed(AffineBlocks.Shape shape, byte[] codes, int run) {
    if (shape.bits() == Byte.SIZE) {
      return codes;
    }
    int bytes = Math.ceilDiv(run, 2);
    byte[] packed = new byte[codes.length / run * bytes];
    for (int i = 0; i < codes.length; i++) {
      int inRow = i % run;
      packed[i / run * bytes + inRow / 2] |= (byte) (codes[i] << (inRow % 2 * 4));
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
