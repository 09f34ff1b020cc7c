package dev.creature.models.language.assembly;

import dev.creature.models.gguf.AffineBlocks;
import dev.creature.models.gguf.GgufFile;
import dev.creature.models.gguf.GgufTensor;
import dev.creature.models.gguf.PlainRows;
import dev.creature.models.onnx.Attribute;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The graph of a Llama or Qwen2 model: tokens and caches in, the scores of the next token out.
 *
 * <p>Inputs: {@code tokens} [tokens]; {@code last_position} [1] and {@code total_length} [] tell
 * how many positions the caches hold with these tokens; {@code past_key_i} and {@code past_value_i}
 * [1, key value heads, capacity, head size]. Outputs: {@code logits} [1, vocabulary] for the last
 * token, and {@code present_key_i} and {@code present_value_i}, which may be the same memory as the
 * past ones: then nothing is copied but the new positions.
 */
final class LlamaGraph {
  private static final List<String> MATRICES =
      List.of("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down");

  /** Rounding moves a score by a few hundredths, which are the scores of two or three tokens. */
  private static final int CANDIDATES = 16;

  private final GgufFile file;
  private final LlamaArchitecture sizes;
  private final GraphWriter graph;
  private final LinearWriter linear;
  private final Precision precision;
  private final TokenTable table;

  LlamaGraph(GgufFile file, LlamaArchitecture sizes, GraphWriter graph, Precision precision) {
    this.file = file;
    this.sizes = sizes;
    this.graph = graph;
    this.linear = new LinearWriter(graph, precision);
    this.precision = precision;
    this.table = new TokenTable(graph, linear, file.tensor(TokenTable.NAME));
  }

  /** Whether EXACT is more exact than FAST: eight-bit matrices are always fast. */
  static boolean hasExactForm(GgufFile file, LlamaArchitecture sizes) {
    return file.find("output.weight").isEmpty()
        && IntStream.range(0, sizes.layers())
            .boxed()
            .flatMap(
                layer -> MATRICES.stream().map(name -> "blk." + layer + "." + name + ".weight"))
            .map(name -> file.tensor(name).type())
            .allMatch(type -> !type.quantised() || AffineBlocks.Shape.of(type).bits() == 4);
  }

  /** The sum so far and what is still to be added to it. */
  private record Residual(String sum, String addend) {}

  void write() throws IOException {
    String tokens = graph.input("tokens", ElementType.INT64, List.of("tokens"));
    graph.input("last_position", ElementType.INT32, List.of(1));
    graph.input("total_length", ElementType.INT32, List.of());
    rotations();
    table.write();
    Residual residual = new Residual(batched(table.rows(tokens)), "");
    for (int layer = 0; layer < sizes.layers(); layer++) {
      residual = feedForward(layer, attend(layer, residual));
    }
    score(residual);
  }

  private void rotations() throws IOException {
    int half = sizes.headSize() / 2;
    float[] cosines = new float[sizes.positions() * half];
    float[] sines = new float[cosines.length];
    for (int position = 0; position < sizes.positions(); position++) {
      for (int i = 0; i < half; i++) {
        double angle = position * sizes.frequencies()[i];
        cosines[position * half + i] = (float) Math.cos(angle);
        sines[position * half + i] = (float) Math.sin(angle);
      }
    }
    long[] shape = {sizes.positions(), half};
    graph.weight("cosines", shape, cosines);
    graph.weight("sines", shape, sines);
  }

  private Residual attend(int layer, Residual before) throws IOException {
    String prefix = "blk." + layer + ".";
    Normalised x = normalise(before, prefix + "attn_norm.weight");
    List<GgufTensor> parts =
        Stream.of("attn_q", "attn_k", "attn_v")
            .map(part -> file.tensor(prefix + part + ".weight"))
            .toList();
    String query;
    String key = "";
    String value = "";
    if (LinearWriter.joinable(parts)) {
      query = linear.multiply(x.value(), parts, biases(parts));
    } else {
      query = project(x.value(), parts.get(0));
      key = project(x.value(), parts.get(1));
      value = project(x.value(), parts.get(2));
    }
    String attended = "attended_" + layer;
    graph.nodeTo(
        GraphWriter.MICROSOFT,
        "GroupQueryAttention",
        List.of(
            query,
            key,
            value,
            cache("past_key_" + layer, true),
            cache("past_value_" + layer, true),
            "last_position",
            "total_length",
            "cosines",
            "sines"),
        List.of(
            attended, cache("present_key_" + layer, false), cache("present_value_" + layer, false)),
        new Attribute.Int("num_heads", sizes.heads()),
        new Attribute.Int("kv_num_heads", sizes.keyValueHeads()),
        new Attribute.Int("do_rotary", 1),
        new Attribute.Int(
            "rotary_interleaved",
            switch (sizes.family()) {
              case LLAMA -> 1;
              case QWEN2 -> 0;
            }));
    return new Residual(x.sum(), project(attended, file.tensor(prefix + "attn_output.weight")));
  }

  private Residual feedForward(int layer, Residual before) throws IOException {
    String prefix = "blk." + layer + ".";
    Normalised x = normalise(before, prefix + "ffn_norm.weight");
    GgufTensor gateWeight = file.tensor(prefix + "ffn_gate.weight");
    GgufTensor upWeight = file.tensor(prefix + "ffn_up.weight");
    String gate;
    String up;
    List<GgufTensor> both = List.of(gateWeight, upWeight);
    if (LinearWriter.joinable(both) && gateWeight.rows() == upWeight.rows()) {
      List<String> halves =
          graph.node(
              "",
              "Split",
              List.of(linear.multiply(x.value(), both, Optional.empty())),
              2,
              new Attribute.Int("axis", -1),
              new Attribute.Int("num_outputs", 2));
      gate = halves.getFirst();
      up = halves.getLast();
    } else {
      gate = project(x.value(), gateWeight);
      up = project(x.value(), upWeight);
    }
    // QuickGelu with alpha 1 is x · sigmoid(x), in one pass.
    String opened =
        graph
            .node(
                GraphWriter.MICROSOFT,
                "QuickGelu",
                List.of(gate),
                1,
                new Attribute.Real("alpha", 1))
            .getFirst();
    String inner = graph.node("Mul", List.of(opened, up));
    return new Residual(x.sum(), project(inner, file.tensor(prefix + "ffn_down.weight")));
  }

  /** Scores every token as the successor of the last one. */
  private void score(Residual before) throws IOException {
    Residual last = new Residual(lastRow(before.sum()), lastRow(before.addend()));
    String x = normalise(last, "output_norm.weight").value();
    Optional<GgufTensor> output = file.find("output.weight");
    String logits;
    if (output.isPresent()) {
      logits = single(linear.multiply(x, List.of(output.get()), Optional.empty()));
    } else {
      String rounded = single(table.multiply(x));
      logits =
          switch (precision) {
            case FAST -> rounded;
            case EXACT -> withBestScoredExactly(single(x), rounded);
          };
    }
    graph.nodeTo("", "Identity", List.of(logits), List.of("logits"));
    graph.output("logits", ElementType.FLOAT, List.of(1, table.tensor().rows()));
  }

  /**
   * Scores the candidates again, from the rows of the table as numbers: eight-bit codes have a fast
   * kernel for rounded inputs only.
   */
  private String withBestScoredExactly(String x, String rounded) throws IOException {
    List<String> best = graph.node("", "TopK", List.of(rounded, graph.integers(CANDIDATES)), 2);
    String tokens = graph.node("Squeeze", List.of(best.getLast(), graph.integers(0)));
    String exact =
        graph.node("Gemm", List.of(x, table.rows(tokens)), new Attribute.Int("transB", 1));
    return graph.node(
        "ScatterElements", List.of(rounded, best.getLast(), exact), new Attribute.Int("axis", 1));
  }

  private record Normalised(String value, String sum) {}

  private Normalised normalise(Residual residual, String weightName) throws IOException {
    float[] values = PlainRows.read(file.tensor(weightName));
    String weight = graph.weight(weightName, new long[] {values.length}, values);
    Attribute epsilon = new Attribute.Real("epsilon", sizes.epsilon());
    if (residual.addend().isEmpty()) {
      String value =
          graph.node(
              "SimplifiedLayerNormalization",
              List.of(residual.sum(), weight),
              new Attribute.Int("axis", -1),
              epsilon,
              new Attribute.Int("stash_type", 1));
      return new Normalised(value, residual.sum());
    }
    List<String> outputs =
        graph.node(
            GraphWriter.MICROSOFT,
            "SkipSimplifiedLayerNormalization",
            List.of(residual.sum(), residual.addend(), weight),
            4,
            epsilon);
    return new Normalised(outputs.getFirst(), outputs.getLast());
  }

  private String project(String input, GgufTensor weight) throws IOException {
    return linear.multiply(input, List.of(weight), biases(List.of(weight)));
  }

  private Optional<float[]> biases(List<GgufTensor> weights) {
    List<Optional<GgufTensor>> found =
        weights.stream().map(w -> file.find(w.name().replace(".weight", ".bias"))).toList();
    if (found.stream().noneMatch(Optional::isPresent)) {
      return Optional.empty();
    }
    int total = weights.stream().mapToInt(GgufTensor::rows).sum();
    float[] all = new float[total];
    int at = 0;
    for (int i = 0; i < weights.size(); i++) {
      int start = at;
      found
          .get(i)
          .map(PlainRows::read)
          .ifPresent(bias -> System.arraycopy(bias, 0, all, start, bias.length));
      at += weights.get(i).rows();
    }
    return Optional.of(all);
  }

  private String batched(String value) throws IOException {
    return graph.node("Unsqueeze", List.of(value, graph.integers(0)));
  }

  private String single(String value) throws IOException {
    return graph.node("Squeeze", List.of(value, graph.integers(0)));
  }

  private String lastRow(String value) throws IOException {
    return graph.node(
        "Slice",
        List.of(value, graph.integers(-1), graph.integers(Long.MAX_VALUE), graph.integers(1)));
  }

  private String cache(String name, boolean past) {
    List<Object> shape = List.of(1, sizes.keyValueHeads(), "capacity", sizes.headSize());
    if (past) {
      return graph.input(name, ElementType.FLOAT, shape);
    }
    graph.output(name, ElementType.FLOAT, shape);
    return name;
  }
}
