package dev.creature.models.language.assembly;

import dev.creature.models.gguf.AffineBlocks;
import dev.creature.models.gguf.GgufTensor;
import dev.creature.models.onnx.Attribute;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The table of a model's token embeddings. Rows are unpacked as they are looked up, so that no
 * table of floats is needed; a quantised table stands in the form in which it can be multiplied by,
 * too, for models whose output is tied to it.
 */
final class TokenTable {
  static final String NAME = "token_embd.weight";
  private static final String ROWS = "token_embd.rows";
  private static final String ROW_SCALES = "token_embd.row_scales";
  private static final String ROW_OFFSETS = "token_embd.row_offsets";
  private static final String SPREAD = "token_embd.spread";

  private final GraphWriter graph;
  private final LinearWriter linear;
  private final MatrixWriter matrices;
  private final GgufTensor table;

  TokenTable(GraphWriter graph, LinearWriter linear, GgufTensor table) {
    this.graph = graph;
    this.linear = linear;
    this.matrices = new MatrixWriter(graph);
    this.table = table;
  }

  /** The tensor itself. */
  GgufTensor tensor() {
    return table;
  }

  /** Writes the weights. */
  void write() throws IOException {
    if (!table.type().quantised()) {
      matrices.plain(NAME, List.of(table));
      return;
    }
    AffineBlocks.Shape shape = AffineBlocks.Shape.of(table.type());
    matrices.codes(NAME + ".codes", List.of(table));
    matrices.scales(NAME + ".scales", List.of(table));
    long groups = table.columns() / shape.group();
    graph.sameBytes(
        ROWS,
        NAME + ".codes",
        ElementType.UINT8,
        new long[] {table.rows(), (long) table.columns() * shape.bits() / Byte.SIZE});
    graph.sameBytes(
        ROW_SCALES, NAME + ".scales", ElementType.FLOAT, new long[] {table.rows(), groups});
    if (shape.shifted()) {
      matrices.rowOffsets(ROW_OFFSETS, table);
      graph.weight(SPREAD, new long[] {groups, table.columns()}, spread(shape.group()));
    }
  }

  /**
   * Looks rows up.
   *
   * @param indices tokens, [tokens]
   * @return [tokens, columns]
   */
  String rows(String indices) {
    if (!table.type().quantised()) {
      return graph.node("Gather", List.of(NAME, indices));
    }
    AffineBlocks.Shape shape = AffineBlocks.Shape.of(table.type());
    String unpacked =
        graph
            .node(
                GraphWriter.MICROSOFT,
                "GatherBlockQuantized",
                List.of(ROWS, indices, ROW_SCALES),
                1,
                new Attribute.Int("bits", shape.bits()),
                new Attribute.Int("block_size", shape.group()),
                new Attribute.Int("gather_axis", 0),
                new Attribute.Int("quantize_axis", 1))
            .getFirst();
    if (!shape.shifted()) {
      return unpacked;
    }
    String offsets = graph.node("Gather", List.of(ROW_OFFSETS, indices));
    return graph.node("Gemm", List.of(offsets, SPREAD, unpacked));
  }

  /**
   * Multiplies by the table, for a model whose output is tied to its embeddings.
   *
   * @param input [1, tokens, columns]
   * @return [1, tokens, rows]
   */
  String multiply(String input) {
    if (!table.type().quantised()) {
      return graph
          .node(
              GraphWriter.MICROSOFT,
              "FusedMatMul",
              List.of(input, NAME),
              1,
              new Attribute.Int("transB", 1))
          .getFirst();
    }
    AffineBlocks.Shape shape = AffineBlocks.Shape.of(table.type());
    String product =
        linear.nBits(
            input,
            new LinearWriter.Codes(shape, NAME, table.columns(), table.rows(), false),
            Optional.empty());
    return shape.shifted()
        ? linear.shifted(product, linear.means(input, shape), ROW_OFFSETS, shape, 1)
        : product;
  }

  /** Gives each column the number of its group. */
  private float[] spread(int group) {
    int columns = table.columns();
    float[] spread = new float[columns / group * columns];
    for (int column = 0; column < columns; column++) {
      spread[column / group * columns + column] = 1;
    }
    return spread;
  }
}
