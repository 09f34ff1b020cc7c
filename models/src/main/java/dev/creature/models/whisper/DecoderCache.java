package dev.creature.models.whisper;

import static dev.creature.models.whisper.DecoderGraph.CANDIDATES;
import static dev.creature.models.whisper.DecoderGraph.WORD_HEAD_COUNT;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.ModelFailure;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One transcript's way through the decoder: the encoded sound, and the keys and values of the
 * tokens so far. A token that turns out wrong is hidden, not removed. Belongs to one thread at a
 * time.
 */
final class DecoderCache implements AutoCloseable {
  private static final float HIDDEN = -1e9f;

  private final OrtEnvironment environment;
  private final OrtSession decoder;
  private final Map<String, OnnxTensor> sound;
  private final OrtSession.Result soundOwner;
  private final OnnxTensor weight;
  private final BitSet hidden = new BitSet();
  private Optional<OrtSession.Result> present = Optional.empty();
  private int columns;

  /**
   * Starts with no tokens.
   *
   * @param encoded result of the encoder; this class closes it
   * @param weight of the encoded columns; this class closes it
   */
  DecoderCache(
      OrtEnvironment environment,
      OrtSession decoder,
      OrtSession.Result encoded,
      OnnxTensor weight) {
    this.environment = environment;
    this.decoder = decoder;
    this.soundOwner = encoded;
    this.weight = weight;
    this.sound = tensors(encoded, "sound_", "sound_");
    this.sound.put("weight", weight);
  }

  /**
   * What the decoder says about some of the tokens given to it.
   *
   * @param candidates likeliest next tokens of each row, best first
   * @param scores their log-probabilities
   * @param noSpeech log-probability of "no speech" after the first row
   * @param attention of each token given, not only of the rows: where the eight heads that follow
   *     words look, {@code [token][head * frames + frame]}; empty unless asked for
   */
  @SuppressWarnings("ArrayRecordComponent") // Data of tensors, never compared.
  record Rows(int[][] candidates, float[][] scores, float noSpeech, float[][] attention) {}

  /**
   * Runs the decoder once.
   *
   * @param tokens to go on with; they enter the cache
   * @param firstPosition position of the first of them in the text
   * @param firstRow index of the first token whose successors are wanted; so are those of all after
   *     it
   * @param wantAttention whether {@link Rows#attention} is wanted
   */
  Rows run(int[] tokens, int firstPosition, int firstRow, boolean wantAttention) {
    int count = tokens.length;
    Map<String, OnnxTensor> inputs = new HashMap<>(sound);
    List<OnnxTensor> own = new ArrayList<>();
    try {
      own.add(put(inputs, "tokens", longs(IntStream.of(tokens), 1, count)));
      IntStream positions = IntStream.range(firstPosition, firstPosition + count);
      own.add(put(inputs, "positions", longs(positions, count)));
      own.add(put(inputs, "rows", longs(IntStream.range(firstRow, count), count - firstRow)));
      own.add(put(inputs, "mask", mask(count)));
      if (present.isPresent()) {
        inputs.putAll(tensors(present.get(), "present_", "past_"));
      } else {
        for (String name : decoder.getInputNames()) {
          if (name.startsWith("past_")) {
            own.add(put(inputs, name, empty()));
          }
        }
      }
      OrtSession.Result result = decoder.run(inputs);
      present.ifPresent(OrtSession.Result::close);
      present = Optional.of(result);
      columns += count;
      return rows(result, count - firstRow, wantAttention ? count : 0);
    } catch (OrtException e) {
      throw new ModelFailure("Whisper's decoder fails: " + e.getMessage(), e);
    } finally {
      own.forEach(OnnxTensor::close);
    }
  }

  /** Hides the last tokens given: none that follow will look at them. */
  void hideLast(int count) {
    hidden.set(columns - count, columns);
  }

  @Override
  public void close() {
    present.ifPresent(OrtSession.Result::close);
    soundOwner.close();
    weight.close();
  }

  private OnnxTensor mask(int count) throws OrtException {
    int width = columns + count;
    FloatBuffer mask = FloatBuffer.allocate(count * width);
    for (int row = 0; row < count; row++) {
      for (int column = 0; column < width; column++) {
        boolean future = column > columns + row;
        mask.put(future || hidden.get(column) ? HIDDEN : 0);
      }
    }
    return OnnxTensor.createTensor(environment, mask.flip(), new long[] {count, width});
  }

  private OnnxTensor longs(IntStream values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(
        environment, LongBuffer.wrap(values.asLongStream().toArray()), shape);
  }

  private OnnxTensor empty() throws OrtException {
    long[] shape = {1, LayerWriter.HEADS, 0, LayerWriter.HEAD_WIDTH};
    return OnnxTensor.createTensor(environment, FloatBuffer.allocate(0), shape);
  }

  private static OnnxTensor put(Map<String, OnnxTensor> inputs, String name, OnnxTensor tensor) {
    inputs.put(name, tensor);
    return tensor;
  }

  private static Map<String, OnnxTensor> tensors(
      OrtSession.Result result, String prefix, String newPrefix) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    result.forEach(entry -> {
      if (entry.getKey().startsWith(prefix) && entry.getValue() instanceof OnnxTensor tensor) {
        tensors.put(newPrefix + entry.getKey().substring(prefix.length()), tensor);
      }
    });
    return tensors;
  }

  private static Rows rows(OrtSession.Result result, int rows, int attentionRows)
      throws OrtException {
    LongBuffer tokens = tensor(result, "candidates").getLongBuffer();
    FloatBuffer values = tensor(result, "scores").getFloatBuffer();
    int[][] candidates = new int[rows][CANDIDATES];
    float[][] scores = new float[rows][CANDIDATES];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < CANDIDATES; i++) {
        candidates[row][i] = Math.toIntExact(tokens.get(row * CANDIDATES + i));
      }
      values.get(row * CANDIDATES, scores[row]);
    }
    float noSpeech = tensor(result, "no_speech").getFloatBuffer().get(0);
    return new Rows(candidates, scores, noSpeech, attention(result, attentionRows));
  }

  private static float[][] attention(OrtSession.Result result, int rows) {
    if (rows == 0) {
      return new float[0][];
    }
    OnnxTensor tensor = tensor(result, "attention");
    int frames = Math.toIntExact(tensor.getInfo().getShape()[3]);
    FloatBuffer weights = tensor.getFloatBuffer();
    float[][] attention = new float[rows][WORD_HEAD_COUNT * frames];
    for (int head = 0; head < WORD_HEAD_COUNT; head++) {
      for (int row = 0; row < rows; row++) {
        weights.get((head * rows + row) * frames, attention[row], head * frames, frames);
      }
    }
    return attention;
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return result
        .get(name)
        .map(OnnxTensor.class::cast)
        .orElseThrow(() -> new ModelFailure("Whisper's decoder has no output " + name));
  }
}
