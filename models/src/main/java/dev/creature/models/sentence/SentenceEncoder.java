package dev.creature.models.sentence;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * all-MiniLM-L6-v2 in int8: a sentence becomes a vector of 384 numbers and length 1, near to those
 * of sentences that mean alike.
 *
 * <p>Stateless; one serves all threads. The network comes with the program's libraries, so there is
 * nothing to fetch. A run takes a few milliseconds on one core.
 */
public final class SentenceEncoder {
  /** Numbers in a vector. */
  public static final int WIDTH = 384;

  /** Pieces of words that are read; the rest of a longer text is cut off. */
  static final int MOST_PIECES = 128;

  private static final String NETWORK = "/all-minilm-l6-v2-q.onnx";
  private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

  private final InferenceRuntime runtime;
  private final OrtSession session;
  private final WordPieces pieces;

  private SentenceEncoder(InferenceRuntime runtime, OrtSession session, WordPieces pieces) {
    this.runtime = runtime;
    this.session = session;
    this.pieces = pieces;
  }

  /**
   * Opens the model.
   *
   * @throws ModelFailure when it is not among the libraries or cannot be loaded
   */
  public static SentenceEncoder open(InferenceRuntime runtime) {
    try (InputStream network = resource(NETWORK);
        InputStream words = resource(TOKENIZER)) {
      return new SentenceEncoder(
          runtime, runtime.open(network.readAllBytes()), WordPieces.read(words));
    } catch (IOException e) {
      throw new ModelFailure("the sentence model cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream file = SentenceEncoder.class.getResourceAsStream(name);
    if (file == null) {
      throw new IOException("the program was packed without " + name.substring(1));
    }
    return file;
  }

  /**
   * The meaning of a text. Runs the model on the calling thread.
   *
   * @return {@value #WIDTH} numbers, of length 1 together
   * @throws ModelFailure when the network fails
   */
  public float[] embed(String text) {
    long[] ids = pieces.numbers(text, MOST_PIECES);
    long[] ones = new long[ids.length];
    Arrays.fill(ones, 1);
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("input_ids", tensor(ids));
      inputs.put("attention_mask", tensor(ones));
      if (session.getInputNames().contains("token_type_ids")) {
        inputs.put("token_type_ids", tensor(new long[ids.length]));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return mean(((float[][][]) result.get(0).getValue())[0]);
      }
    } catch (OrtException e) {
      throw new ModelFailure("the sentence model failed: " + e.getMessage(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(long[] numbers) throws OrtException {
    return OnnxTensor.createTensor(runtime.environment(), new long[][] {numbers});
  }

  private static float[] mean(float[][] tokens) {
    double[] sum = new double[WIDTH];
    for (float[] token : tokens) {
      for (int i = 0; i < WIDTH; i++) {
        sum[i] += token[i];
      }
    }
    double squares = 0;
    for (double number : sum) {
      squares += number * number;
    }
    double length = Math.max(Math.sqrt(squares), 1e-12);
    float[] vector = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      vector[i] = (float) (sum[i] / length);
    }
    return vector;
  }
}
