package dev.creature.models.whisper;

import static dev.creature.models.whisper.LayerWriter.HEADS;
import static dev.creature.models.whisper.LayerWriter.HEAD_WIDTH;
import static dev.creature.models.whisper.LayerWriter.LAYERS;
import static dev.creature.models.whisper.LayerWriter.WIDTH;

import dev.creature.models.onnx.Attribute;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the encoder: {@code mel [1,80,F]} to what each layer of the decoder looks at, {@code
 * sound_key_l [1,6,64,S]} and {@code sound_value_l [1,6,S,64]}; computed once for all tokens.
 *
 * <p>The S columns are those of the F / 2 frames of 20 ms that {@code frames [S]} names, at the
 * {@code positions [S]}, with {@code weight [S]} added to every attention to them: see {@link
 * FramePlan} for what this is good for.
 */
final class EncoderGraph {
  /** Most frames of 20 ms that the encoder has positions for: 30 s. */
  static final int POSITIONS = 1500;

  private static final int BINS = 80;
  private static final int KERNEL = 3;

  private final GraphWriter graph;
  private final Ctranslate2File weights;
  private final LayerWriter layers;

  private EncoderGraph(GraphWriter graph, Ctranslate2File weights, Precision precision) {
    this.graph = graph;
    this.weights = weights;
    this.layers = new LayerWriter(graph, weights, precision);
  }

  /** Writes the graph and its weights. */
  static void write(Ctranslate2File weights, Path file, Precision precision) throws IOException {
    try (GraphWriter graph = new GraphWriter(file, "whisper-encoder")) {
      new EncoderGraph(graph, weights, precision).write();
      graph.finish();
    }
  }

  private void write() throws IOException {
    String mel = graph.input("mel", ElementType.FLOAT, List.of(1, BINS, "F"));
    graph.input("frames", ElementType.INT64, List.of("S"));
    graph.input("positions", ElementType.INT64, List.of("S"));
    graph.input("weight", ElementType.FLOAT, List.of("S"));
    String x = convolve(mel, "encoder/conv1", BINS, 1);
    x = convolve(x, "encoder/conv2", WIDTH, 2);
    x = graph.node("Transpose", List.of(x), new Attribute.Ints("perm", List.of(0L, 2L, 1L)));
    x = graph.node("Gather", List.of(x, "frames"), new Attribute.Int("axis", 1));
    x = graph.node("Add", List.of(x, positions()));
    for (int layer = 0; layer < LAYERS; layer++) {
      String name = "encoder/layer_" + layer;
      x = selfAttention(x, name + "/self_attention");
      x = layers.feedForward(x, name + "/ffn");
    }
    x = layers.normalise(x, "encoder/layer_norm");
    for (int layer = 0; layer < LAYERS; layer++) {
      forDecoder(x, layer);
    }
  }

  private String convolve(String x, String name, int channels, int stride) throws IOException {
    String weight =
        graph.weight(
            name + "/weight",
            new long[] {WIDTH, channels, KERNEL},
            weights.floats(name + "/weight", WIDTH, channels, KERNEL));
    String convolved =
        graph.node(
            "Conv",
            List.of(x, weight, layers.vector(name + "/bias")),
            new Attribute.Ints("kernel_shape", List.of((long) KERNEL)),
            new Attribute.Ints("pads", List.of(1L, 1L)),
            new Attribute.Ints("strides", List.of((long) stride)));
    return graph.node("Gelu", List.of(convolved));
  }

  private String positions() throws IOException {
    String name = "encoder/position_encodings/encodings";
    String all =
        graph.weight(name, new long[] {POSITIONS, WIDTH}, weights.floats(name, POSITIONS, WIDTH));
    return graph.node("Gather", List.of(all, "positions"));
  }

  private String selfAttention(String x, String name) throws IOException {
    String y = layers.normalise(x, name + "/layer_norm");
    List<String> parts = layers.split(layers.linear(y, name + "/linear_0", WIDTH, 3 * WIDTH), 3);
    String attention =
        layers.attentionWeights(
            layers.splitHeads(parts.getFirst()),
            layers.splitHeadsTransposed(parts.get(1)),
            "weight");
    String values = layers.splitHeads(parts.getLast());
    String attended = layers.mergeHeads(graph.node("MatMul", List.of(attention, values)));
    return graph.node("Add", List.of(x, layers.linear(attended, name + "/linear_1", WIDTH, WIDTH)));
  }

  private void forDecoder(String x, int layer) throws IOException {
    String name = "decoder/layer_%d/attention/linear_1".formatted(layer);
    List<String> parts = layers.split(layers.linear(x, name, WIDTH, 2 * WIDTH), 2);
    output("sound_key_" + layer, layers.splitHeadsTransposed(parts.getFirst()));
    output("sound_value_" + layer, layers.splitHeads(parts.getLast()));
    graph.output("sound_key_" + layer, ElementType.FLOAT, List.of(1, HEADS, HEAD_WIDTH, "S"));
    graph.output("sound_value_" + layer, ElementType.FLOAT, List.of(1, HEADS, "S", HEAD_WIDTH));
  }

  private void output(String name, String value) {
    graph.nodeTo("", "Identity", List.of(value), List.of(name));
  }
}
