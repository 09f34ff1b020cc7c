package dev.creature.models.language.assembly;

import dev.creature.models.gguf.AffineBlocks;
import dev.creature.models.gguf.GgufTensor;
import dev.creature.models.gguf.InvalidGguf;
import dev.creature.models.onnx.Attribute;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Multiplies by the matrices of a GGUF file, with their codes and scales as they are in the file.
 *
 * <p>{@code MatMulNBits} knows codes around a whole zero point: {@code scale · (code − zero)}. GGUF
 * has types with an offset for each group of 32 weights, which lies anywhere between two codes;
 * ONNX Runtime's processor kernels unpack the whole matrix for a zero point that is no code. The
 * offset times the sum of the 32 inputs is missing then. The fast form has it in {@link TailLayout
 * further columns}; the exact one adds a plain product with 32-bit offsets, which costs a fifth of
 * the time.
 */
final class LinearWriter {
  private final GraphWriter graph;
  private final MatrixWriter matrices;
  private final Precision precision;
  private final Map<String, String> means = new HashMap<>();
  private final Map<String, String> tailed = new HashMap<>();

  LinearWriter(GraphWriter graph, Precision precision) {
    this.graph = graph;
    this.matrices = new MatrixWriter(graph);
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
   * @param input [1, tokens, columns]
   * @param parts matrices [rows, columns] of one type, whose outputs stand side by side
   * @param bias added to each output, as many as there are rows, or empty
   * @return [1, tokens, rows of all parts]
   */
  String multiply(String input, List<GgufTensor> parts, Optional<float[]> bias) throws IOException {
    GgufTensor first = parts.getFirst();
    String name = first.name();
    int rows = MatrixWriter.rows(parts);
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
    if (shape.shifted() && precision == Precision.FAST) {
      TailLayout layout = new TailLayout(shape, first.columns());
      matrices.tailed(name + ".tailed", layout, parts);
      return nBits(
          withTail(input, layout),
          new Codes(shape, name + ".tailed", layout.allColumns(), rows, true),
          biasName);
    }
    matrices.codes(name + ".codes", parts);
    matrices.scales(name + ".scales", parts);
    String product = nBits(input, new Codes(shape, name, first.columns(), rows, false), biasName);
    if (!shape.shifted()) {
      return product;
    }
    return shifted(
        product, means(input, shape), matrices.offsets(name + ".offsets", parts), shape, 0);
  }

  /**
   * A matrix whose weights were written.
   *
   * @param name what is before {@code .codes} and {@code .scales}
   * @param zeros whether there are {@code .zeros} too
   */
  record Codes(AffineBlocks.Shape shape, String name, int columns, int rows, boolean zeros) {}

  /** {@code MatMulNBits} with a matrix. */
  String nBits(String input, Codes codes, Optional<String> bias) {
    List<String> operands =
        new ArrayList<>(List.of(input, codes.name() + ".codes", codes.name() + ".scales"));
    if (codes.zeros() || bias.isPresent()) {
      operands.add(codes.zeros() ? codes.name() + ".zeros" : "");
    }
    if (bias.isPresent()) {
      operands.addAll(List.of("", bias.get()));
    }
    // Eight-bit codes have a fast kernel for rounded inputs only.
    Precision used = codes.shape().bits() == 4 ? precision : Precision.FAST;
    return graph
        .node(
            GraphWriter.MICROSOFT,
            "MatMulNBits",
            operands,
            1,
            new Attribute.Int("K", codes.columns()),
            new Attribute.Int("N", codes.rows()),
            new Attribute.Int("bits", codes.shape().bits()),
            new Attribute.Int("block_size", codes.shape().group()),
            new Attribute.Int("accuracy_level", used.accuracyLevel()))
        .getFirst();
  }

  /** The means of the groups of an input, [1, tokens, groups]; made once for all who need them. */
  String means(String input, AffineBlocks.Shape shape) {
    return means.computeIfAbsent(
        input,
        _ ->
            graph.node(
                "AveragePool",
                List.of(input),
                new Attribute.Ints("kernel_shape", List.of((long) shape.group())),
                new Attribute.Ints("strides", List.of((long) shape.group()))));
  }

  /**
   * Adds the offsets of groups to a product.
   *
   * @param offsets [groups, rows], or the other way round
   * @param transposed 1 if the other way round, else 0
   */
  String shifted(
      String product, String means, String offsets, AffineBlocks.Shape shape, int transposed) {
    String shift =
        graph
            .node(
                GraphWriter.MICROSOFT,
                "FusedMatMul",
                List.of(means, offsets),
                1,
                new Attribute.Real("alpha", shape.group()),
                new Attribute.Int("transB", transposed))
            .getFirst();
    return graph.node("Add", List.of(product, shift));
  }

  private String withTail(String input, TailLayout layout) {
    String behind = means(input, layout.shape());
    return tailed.computeIfAbsent(
        input + "/" + layout.copies(),
        _ -> {
          List<String> pieces = new ArrayList<>(List.of(input));
          pieces.addAll(Collections.nCopies(layout.copies(), behind));
          return graph.node("Concat", pieces, new Attribute.Int("axis", -1));
        });
  }

  private String plain(String input, List<GgufTensor> parts, Optional<String> bias)
      throws IOException {
    String name = matrices.plain(parts.getFirst().name(), parts);
    String product =
        graph
            .node(
                GraphWriter.MICROSOFT,
                "FusedMatMul",
                List.of(input, name),
                1,
                new Attribute.Int("transB", 1))
            .getFirst();
    return bias.isPresent() ? graph.node("Add", List.of(product, bias.get())) : product;
  }
}
