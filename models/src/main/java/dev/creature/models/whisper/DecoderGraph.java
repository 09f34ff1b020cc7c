package dev.creature.models.whisper;

import static dev.creature.models.whisper.LayerWriter.HEADS;
import static dev.creature.models.whisper.LayerWriter.HEAD_WIDTH;
import static dev.creature.models.whisper.LayerWriter.LAYERS;
import static dev.creature.models.whisper.LayerWriter.WIDTH;

import dev.creature.models.onnx.Attribute;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the decoder: tokens in, likeliest next tokens out.
 *
 * <p>Inputs: {@code tokens [1,N]} and their {@code positions [N]}; {@code mask [N,P+N]}, 0 where a
 * token may look and a large negative number where not; {@code rows [R]}, the indices of the tokens
 * whose successors are wanted; {@code past_key_l} and {@code past_value_l [1,6,P,64]} of the tokens
 * before; {@code sound_key_l [1,6,64,S]} and {@code sound_value_l [1,6,S,64]} from the encoder, and
 * the {@code weight [S]} that it was given.
 *
 * <p>Outputs: {@code present_key_l} and {@code present_value_l [1,6,P+N,64]}; for each row its
 * {@link #CANDIDATES} likeliest successors, {@code candidates} and their log-probabilities {@code
 * scores [1,R,C]}; {@code no_speech [1,R]}, the log-probability of "no speech"; {@code attention
 * [1,8,N,S]}, where in the sound the eight heads look that are known to follow the words.
 *
 * <p>A mask instead of a length lets tokens that were tried and found wrong stay in the cache,
 * unseen: nothing is copied when a draft fails.
 */
final class DecoderGraph {
  /** Likeliest tokens that each row yields. */
  static final int CANDIDATES = 8;

  /** Heads that follow the words, by layer: those that the makers of Whisper name for tiny.en. */
  private static final List<List<Long>> WORD_HEADS =
      List.of(List.of(), List.of(0L), List.of(0L, 5L), List.of(0L, 1L, 2L, 3L, 4L));

  /** How many there are. */
  static final int WORD_HEAD_COUNT = 8;

  /** Longest sequence of tokens. */
  static final int POSITIONS = 448;

  private static final float NEVER = -1e9f;

  private final GraphWriter graph;
  private final Ctranslate2File weights;
  private final Vocabulary vocabulary;
  private final LayerWriter layers;

  private DecoderGraph(
      GraphWriter graph, Ctranslate2File weights, Vocabulary vocabulary, Precision precision) {
    this.graph = graph;
    this.weights = weights;
    this.vocabulary = vocabulary;
    this.layers = new LayerWriter(graph, weights, precision);
  }

  /** Writes the graph and its weights. */
  static void write(Ctranslate2File weights, Vocabulary vocabulary, Path file, Precision precision)
      throws IOException {
    try (GraphWriter graph = new GraphWriter(file, "whisper-decoder")) {
      new DecoderGraph(graph, weights, vocabulary, precision).write();
      graph.finish();
    }
  }

  private void write() throws IOException {
    graph.input("tokens", ElementType.INT64, List.of(1, "N"));
    graph.input("positions", ElementType.INT64, List.of("N"));
    graph.input("mask", ElementType.FLOAT, List.of("N", "L"));
    graph.input("weight", ElementType.FLOAT, List.of("S"));
    graph.input("rows", ElementType.INT64, List.of("R"));
    String x = embed();
    List<String> attention = new ArrayList<>();
    for (int layer = 0; layer < LAYERS; layer++) {
      String name = "decoder/layer_" + layer;
      x = selfAttention(x, layer, name + "/self_attention");
      x = soundAttention(x, layer, name + "/attention", attention);
      x = layers.feedForward(x, name + "/ffn");
    }
    graph.nodeTo("", "Concat", attention, List.of("attention"), new Attribute.Int("axis", 1));
    graph.output("attention", ElementType.FLOAT, List.of(1, WORD_HEAD_COUNT, "N", "S"));
    candidates(graph.node("Gather", List.of(x, "rows"), new Attribute.Int("axis", 1)));
  }

  private String embed() throws IOException {
    int tokens = WhisperTokens.COUNT;
    // Half precision, as published: only the rows of the tokens at hand are ever touched.
    ByteBuffer halves =
        ByteBuffer.allocate(tokens * WIDTH * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : weights.floats("decoder/embeddings/weight", tokens, WIDTH)) {
      halves.putShort(Float.floatToFloat16(value));
    }
    String table =
        graph.weight(
            "decoder/embeddings", ElementType.FLOAT16, new long[] {tokens, WIDTH}, halves.flip());
    String embedded =
        graph.node(
            "Cast",
            List.of(graph.node("Gather", List.of(table, "tokens"))),
            new Attribute.Int("to", ElementType.FLOAT.wireNumber()));
    String encodings = "decoder/position_encodings/encodings";
    String positions =
        graph.weight(
            encodings, new long[] {POSITIONS, WIDTH}, weights.floats(encodings, POSITIONS, WIDTH));
    return graph.node(
        "Add", List.of(embedded, graph.node("Gather", List.of(positions, "positions"))));
  }

  private String selfAttention(String x, int layer, String name) throws IOException {
    String y = layers.normalise(x, name + "/layer_norm");
    List<String> parts = layers.split(layers.linear(y, name + "/linear_0", WIDTH, 3 * WIDTH), 3);
    String keys = withPast("key", layer, layers.splitHeads(parts.get(1)));
    String values = withPast("value", layer, layers.splitHeads(parts.get(2)));
    String transposed =
        graph.node("Transpose", List.of(keys), new Attribute.Ints("perm", List.of(0L, 1L, 3L, 2L)));
    String attention =
        layers.attentionWeights(layers.splitHeads(parts.getFirst()), transposed, "mask");
    return attended(x, attention, values, name + "/linear_1");
  }

  private String soundAttention(String x, int layer, String name, List<String> followed)
      throws IOException {
    String keys =
        graph.input("sound_key_" + layer, ElementType.FLOAT, List.of(1, HEADS, HEAD_WIDTH, "S"));
    String values =
        graph.input("sound_value_" + layer, ElementType.FLOAT, List.of(1, HEADS, "S", HEAD_WIDTH));
    String y = layers.normalise(x, name + "/layer_norm");
    String queries = layers.splitHeads(layers.linear(y, name + "/linear_0", WIDTH, WIDTH));
    String attention = layers.attentionWeights(queries, keys, "weight");
    long[] heads = WORD_HEADS.get(layer).stream().mapToLong(Long::longValue).toArray();
    if (heads.length > 0) {
      followed.add(
          graph.node(
              "Gather", List.of(attention, graph.integers(heads)), new Attribute.Int("axis", 1)));
    }
    return attended(x, attention, values, name + "/linear_2");
  }

  private String attended(String x, String attention, String values, String output)
      throws IOException {
    String merged = layers.mergeHeads(graph.node("MatMul", List.of(attention, values)));
    return graph.node("Add", List.of(x, layers.linear(merged, output, WIDTH, WIDTH)));
  }

  private String withPast(String kind, int layer, String present) {
    String past =
        graph.input(
            "past_%s_%d".formatted(kind, layer),
            ElementType.FLOAT,
            List.of(1, HEADS, "P", HEAD_WIDTH));
    String all = "present_%s_%d".formatted(kind, layer);
    graph.nodeTo("", "Concat", List.of(past, present), List.of(all), new Attribute.Int("axis", 2));
    graph.output(all, ElementType.FLOAT, List.of(1, HEADS, "L", HEAD_WIDTH));
    return all;
  }

  private void candidates(String x) throws IOException {
    String y = layers.normalise(x, "decoder/layer_norm");
    float[] embeddings = weights.floats("decoder/embeddings/weight", WhisperTokens.COUNT, WIDTH);
    String logits = layers.linear(y, "decoder/projection", embeddings, new float[0]);
    String scores = graph.node("LogSoftmax", List.of(logits), new Attribute.Int("axis", -1));
    String noSpeech =
        graph.node(
            "Gather",
            List.of(scores, graph.integers(WhisperTokens.NO_SPEECH)),
            new Attribute.Int("axis", 2));
    graph.nodeTo("", "Squeeze", List.of(noSpeech, graph.integers(2)), List.of("no_speech"));
    graph.output("no_speech", ElementType.FLOAT, List.of(1, "R"));
    float[] barred = new float[WhisperTokens.COUNT];
    IntStream.range(0, barred.length)
        .filter(token -> WhisperTokens.isBarred(token, vocabulary))
        .forEach(token -> barred[token] = NEVER);
    String allowed =
        graph.node(
            "Add",
            List.of(scores, graph.weight("barred", new long[] {WhisperTokens.COUNT}, barred)));
    graph.nodeTo(
        "",
        "TopK",
        List.of(allowed, graph.integers(CANDIDATES)),
        Arrays.asList("scores", "candidates"),
        new Attribute.Int("axis", -1));
    graph.output("scores", ElementType.FLOAT, List.of(1, "R", CANDIDATES));
    graph.output("candidates", ElementType.INT64, List.of(1, "R", CANDIDATES));
  }
}
