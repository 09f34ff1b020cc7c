package dev.creature.models.language.embedded;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.language.assembly.DecoderConfiguration;
import dev.creature.models.language.assembly.Precision;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The model itself, shared by all conversations. Runs on the calling thread. */
final class DecoderNetwork {
  private final OrtEnvironment environment;
  private final DecoderConfiguration sizes;
  private final OrtSession fast;
  private final Supplier<OrtSession> exact;

  /**
   * Opens the fast form at once, and the exact one when it is first asked for.
   *
   * @param folder the assembled files
   */
  DecoderNetwork(InferenceRuntime runtime, Path folder, DecoderConfiguration sizes) {
    this.environment = runtime.environment();
    this.sizes = sizes;
    this.fast = runtime.openStepwise(folder.resolve(Precision.FAST.file()));
    this.exact =
        sizes.exactToo()
            ? new Once<>(() -> runtime.openStepwise(folder.resolve(Precision.EXACT.file())))
            : () -> fast;
  }

  private DecoderNetwork(InferenceRuntime runtime, DecoderConfiguration sizes, OrtSession fast) {
    this.environment = runtime.environment();
    this.sizes = sizes;
    this.fast = fast;
    this.exact = () -> fast;
  }

  /**
   * The fast form only, for whoever may wait.
   *
   * @param folder the assembled files
   */
  static DecoderNetwork patient(InferenceRuntime runtime, Path folder, DecoderConfiguration sizes) {
    return new DecoderNetwork(
        runtime, sizes, runtime.openPatiently(folder.resolve(Precision.FAST.file())));
  }

  private OrtSession session(Precision precision) {
    return switch (precision) {
      case FAST -> fast;
      case EXACT -> exact.get();
    };
  }

  DecoderConfiguration sizes() {
    return sizes;
  }

  /** An empty cache with what belongs to it. */
  Reader reader() {
    try {
      return new Reader();
    } catch (OrtException e) {
      throw new ModelFailure("cannot make room for a conversation: " + e.getMessage(), e);
    }
  }

  /**
   * Reads tokens into one cache. Everything that a run needs is made once and used again, so that a
   * token costs no more than the network. One thread at a time.
   */
  final class Reader implements AutoCloseable {
    private final KeyValueCache cache = new KeyValueCache(environment, sizes);
    private final LongBuffer token = bytes(Long.BYTES).asLongBuffer();
    private final IntBuffer lastPosition = bytes(Integer.BYTES).asIntBuffer();
    private final IntBuffer totalLength = bytes(Integer.BYTES).asIntBuffer();
    private final FloatBuffer logits = bytes(sizes.vocabulary() * Float.BYTES).asFloatBuffer();
    private final OnnxTensor oneToken = OnnxTensor.createTensor(environment, token, new long[] {1});
    private final OnnxTensor lastPositionTensor =
        OnnxTensor.createTensor(environment, lastPosition, new long[] {1});
    private final OnnxTensor totalLengthTensor =
        OnnxTensor.createTensor(environment, totalLength, new long[] {});
    private final OnnxTensor logitsTensor =
        OnnxTensor.createTensor(environment, logits, new long[] {1, sizes.vocabulary()});
    private final OrtSession.RunOptions options = new OrtSession.RunOptions();
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final Map<String, OnnxTensor> outputs = new HashMap<>();

    private Reader() throws OrtException {
      outputs.put("logits", logitsTensor);
      inputs.put("last_position", lastPositionTensor);
      inputs.put("total_length", totalLengthTensor);
    }

    KeyValueCache cache() {
      return cache;
    }

    /**
     * Reads tokens behind what is in the cache.
     *
     * @param precision that of all that is in the cache
     * @param tokens holds them from {@code from} to before {@code to}; at least one
     * @throws ModelFailure when it fails or was interrupted; then none of them was read
     */
    void read(Precision precision, int[] tokens, int from, int to) {
      try {
        options.setTerminate(false);
        int total = cache.length() + to - from;
        cache.reserve(total);
        inputs.putAll(cache.pasts());
        outputs.putAll(cache.presents());
        lastPosition.put(0, total - 1);
        totalLength.put(0, total);
        if (to - from == 1) {
          token.put(0, tokens[from]);
          run(precision, oneToken);
        } else {
          LongBuffer several = bytes((to - from) * Long.BYTES).asLongBuffer();
          for (int i = from; i < to; i++) {
            several.put(i - from, tokens[i]);
          }
          try (OnnxTensor tensor =
              OnnxTensor.createTensor(environment, several, new long[] {to - from})) {
            run(precision, tensor);
          }
        }
        for (int i = from; i < to; i++) {
          cache.tokens().add(tokens[i]);
        }
      } catch (OrtException e) {
        throw new ModelFailure("the language model failed: " + e.getMessage(), e);
      }
    }

    /** Ends a reading that is under way within a few operators, from any thread. */
    void interrupt() {
      try {
        options.setTerminate(true);
      } catch (OrtException e) {
        throw new ModelFailure("cannot interrupt the language model: " + e.getMessage(), e);
      }
    }

    /** Copies the scores of the token to come behind the last one read. */
    void logits(float[] target) {
      logits.get(0, target);
    }

    /** Takes over the first positions of another's cache. */
    void copyFrom(Reader other, int positions) {
      try {
        cache.copyFrom(other.cache, positions);
      } catch (OrtException e) {
        throw new ModelFailure("cannot make room for a conversation: " + e.getMessage(), e);
      }
    }

    private void run(Precision precision, OnnxTensor tokens) throws OrtException {
      inputs.put("tokens", tokens);
      // The outputs are memory of ours: there is nothing in the result to keep.
      session(precision).run(inputs, Set.of(), outputs, options).close();
    }

    @Override
    public void close() {
      cache.close();
      oneToken.close();
      lastPositionTensor.close();
      totalLengthTensor.close();
      logitsTensor.close();
      options.close();
    }
  }

  private static ByteBuffer bytes(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
  }
}
