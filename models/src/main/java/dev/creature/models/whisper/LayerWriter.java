package dev.creature.models.whisper;

import dev.creature.models.onnx.Attribute;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.util.List;

/**
 * Writes the layers that encoder and decoder are made of. Names of layers are those of the {@link
 * Ctranslate2File}, such as {@code encoder/layer_0/ffn}.
 */
final class LayerWriter {
  /** Width of the model. */
  static final int WIDTH = 384;

  /** Attention heads. */
  static final int HEADS = 6;

  /** Width of a head. */
  static final int HEAD_WIDTH = WIDTH / HEADS;

  /** Layers of the encoder, and of the decoder. */
  static final int LAYERS = 4;

  private static final int INNER_WIDTH = 4 * WIDTH;
  private static final int BLOCK = 128;

  private final GraphWriter graph;
  private final Ctranslate2File weights;
  private final Precision precision;

  LayerWriter(GraphWriter graph, Ctranslate2File weights, Precision precision) {
    this.graph = graph;
    this.weights = weights;
    this.precision = precision;
  }

  /** A linear layer with bias: {@code [..., inputs]} to {@code [..., outputs]}. */
  String linear(String x, String layer, int inputs, int outputs) throws IOException {
    float[] weight = weights.floats(layer + "/weight", outputs, inputs);
    float[] bias = weights.floats(layer + "/bias", outputs);
    return linear(x, layer, weight, bias);
  }

  /**
   * A linear layer.
   *
   * @param weight {@code [outputs][inputs]}
   * @param bias {@code [outputs]}, or empty for none
   */
  String linear(String x, String layer, float[] weight, float[] bias) throws IOException {
    return linear(x, layer, weight, bias, bias.length == 0 ? weight.length / WIDTH : bias.length);
  }

  private String linear(String x, String layer, float[] weight, float[] bias, int outputs)
      throws IOException {
    int inputs = weight.length / outputs;
    String biasName =
        bias.length == 0 ? "" : graph.weight(layer + "/bias", new long[] {outputs}, bias);
    return switch (precision) {
      case FLOAT -> {
        String transposed =
            graph.weight(
                layer + "/weight",
                new long[] {inputs, outputs},
                Quantization.transpose(weight, outputs, inputs));
        String product = graph.node("MatMul", List.of(x, transposed));
        yield biasName.isEmpty() ? product : graph.node("Add", List.of(product, biasName));
      }
      case INT8_CHANNELS -> {
        Quantization.Channels channels = Quantization.byChannel(weight, outputs, inputs);
        yield graph
            .node(
                GraphWriter.MICROSOFT,
                "DynamicQuantizeMatMul",
                List.of(
                    x,
                    graph.weight(
                        layer + "/weight",
                        ElementType.INT8,
                        new long[] {inputs, outputs},
                        channels.values()),
                    graph.weight(layer + "/scale", new long[] {outputs}, channels.scales()),
                    "",
                    biasName),
                1)
            .getFirst();
      }
      case INT8_BLOCKS -> {
        Quantization.Blocks blocks = Quantization.byBlock(weight, BLOCK);
        int count = inputs / BLOCK;
        yield graph
            .node(
                GraphWriter.MICROSOFT,
                "MatMulNBits",
                List.of(
                    x,
                    graph.weight(
                        layer + "/weight",
                        ElementType.UINT8,
                        new long[] {outputs, count, BLOCK},
                        blocks.values()),
                    graph.weight(layer + "/scale", new long[] {outputs, count}, blocks.scales()),
                    "",
                    "",
                    biasName),
                1,
                new Attribute.Int("K", inputs),
                new Attribute.Int("N", outputs),
                new Attribute.Int("bits", 8),
                new Attribute.Int("block_size", BLOCK),
                // Activations are quantised too, to 8 bit.
                new Attribute.Int("accuracy_level", 4))
            .getFirst();
      }
    };
  }

  /** Layer normalisation over the width. */
  String normalise(String x, String layer) throws IOException {
    return graph.node(
        "LayerNormalization",
        List.of(x, vector(layer + "/gamma"), vector(layer + "/beta")),
        new Attribute.Int("axis", -1),
        new Attribute.Real("epsilon", 1e-5f));
  }

  /** The feed-forward half of a layer, with its residual. */
  String feedForward(String x, String layer) throws IOException {
    String y = normalise(x, layer + "/layer_norm");
    y = graph.node("Gelu", List.of(linear(y, layer + "/linear_0", WIDTH, INNER_WIDTH)));
    return graph.node("Add", List.of(x, linear(y, layer + "/linear_1", INNER_WIDTH, WIDTH)));
  }

  /** {@code [1, N, 384]} to {@code [1, 6, N, 64]}. */
  String splitHeads(String x) throws IOException {
    return graph.node("Transpose", List.of(byHead(x)), new Attribute.Ints("perm", HEADS_FIRST));
  }

  /** {@code [1, N, 384]} to {@code [1, 6, 64, N]}: keys as the product with queries wants them. */
  String splitHeadsTransposed(String x) throws IOException {
    return graph.node(
        "Transpose", List.of(byHead(x)), new Attribute.Ints("perm", List.of(0L, 2L, 3L, 1L)));
  }

  /** {@code [1, 6, N, 64]} to {@code [1, N, 384]}. */
  String mergeHeads(String x) throws IOException {
    String transposed =
        graph.node("Transpose", List.of(x), new Attribute.Ints("perm", HEADS_FIRST));
    return graph.node("Reshape", List.of(transposed, graph.integers(0, 0, WIDTH)));
  }

  /** Splits the joined outputs of a linear layer, {@code [1, N, parts * 384]}. */
  List<String> split(String x, int parts) {
    return graph.node(
        "",
        "Split",
        List.of(x),
        parts,
        new Attribute.Int("axis", 2),
        new Attribute.Int("num_outputs", parts));
  }

  /**
   * Weights of attention.
   *
   * @param queries {@code [1, 6, N, 64]}
   * @param keys {@code [1, 6, 64, L]}
   * @param weight added before the softmax, broadcast to {@code [1, 6, N, L]}
   * @return {@code [1, 6, N, L]}
   */
  String attentionWeights(String queries, String keys, String weight) throws IOException {
    float scale = (float) (1 / Math.sqrt(HEAD_WIDTH));
    String scores =
        graph.node(
            "MatMul", List.of(graph.node("Mul", List.of(queries, graph.scalar(scale))), keys));
    String weighted = graph.node("Add", List.of(scores, weight));
    return graph.node("Softmax", List.of(weighted), new Attribute.Int("axis", -1));
  }

  /** A vector of the model's width, as it is. */
  String vector(String name) throws IOException {
    return graph.weight(name, new long[] {WIDTH}, weights.floats(name, WIDTH));
  }

  private String byHead(String x) throws IOException {
    return graph.node("Reshape", List.of(x, graph.integers(0, 0, HEADS, HEAD_WIDTH)));
  }

  private static final List<Long> HEADS_FIRST = List.of(0L, 2L, 1L, 3L);
}
