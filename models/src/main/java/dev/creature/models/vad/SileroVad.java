package dev.creature.models.vad;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Silero VAD at 16 kHz: the probability that a window of 32 ms holds speech.
 *
 * <p>One session serves all streams; what the network remembers of a stream is in its {@link
 * Stream}. A run takes about 0.2 ms on one core and is meant for an inference thread. Interface of
 * the model: a window is 512 new samples behind the last 64 of the window before, and a recurrent
 * state of {@code [2, 1, 128]}.
 */
public final class SileroVad {
  /** Its folder in the cache of models. */
  public static final String MODEL_ID = "silero-vad";

  /** Samples of a window, at 16 kHz. */
  public static final int WINDOW = 512;

  private static final int CONTEXT = 64;
  private static final int INPUT = CONTEXT + WINDOW;
  private static final int STATE = 2 * 128;
  private static final long[] INPUT_SHAPE = {1, INPUT};
  private static final long[] STATE_SHAPE = {2, 1, 128};
  private static final long[] SCALAR = {};
  private static final long SAMPLE_RATE = 16_000;

  private final InferenceRuntime runtime;
  private final OrtSession session;

  private SileroVad(InferenceRuntime runtime, OrtSession session) {
    this.runtime = runtime;
    this.session = session;
  }

  /**
   * Opens the model.
   *
   * @throws MissingModel when it is not in the folder
   * @throws ModelFailure when it cannot be loaded
   */
  public static SileroVad open(InferenceRuntime runtime, ModelFolder models) {
    Path file = models.source(MODEL_ID).resolve("silero_vad.onnx");
    if (!Files.isRegularFile(file)) {
      throw new MissingModel(MODEL_ID, models);
    }
    return new SileroVad(runtime, runtime.open(file, Map.of()));
  }

  /** What the network remembers of one stream of sound. Belongs to one thread at a time. */
  public static final class Stream {
    private final float[] input = new float[INPUT];
    private final float[] state = new float[STATE];

    /** Forgets everything, as if the stream began here. */
    public void reset() {
      Arrays.fill(input, 0);
      Arrays.fill(state, 0);
    }
  }

  /**
   * Looks at the next window of a stream. Runs the model on the calling thread.
   *
   * @param stream what came before; changed by the call
   * @param samples mono, 16 kHz, in [-1, 1]
   * @param offset index of the first of {@link #WINDOW} samples
   * @return probability of speech, 0 to 1
   */
  public float probability(Stream stream, float[] samples, int offset) {
    float[] input = stream.input;
    System.arraycopy(input, WINDOW, input, 0, CONTEXT);
    System.arraycopy(samples, offset, input, CONTEXT, WINDOW);
    try (OnnxTensor sound =
            OnnxTensor.createTensor(runtime.environment(), FloatBuffer.wrap(input), INPUT_SHAPE);
        OnnxTensor state =
            OnnxTensor.createTensor(
                runtime.environment(), FloatBuffer.wrap(stream.state), STATE_SHAPE);
        OnnxTensor rate =
            OnnxTensor.createTensor(
                runtime.environment(), LongBuffer.wrap(new long[] {SAMPLE_RATE}), SCALAR);
        OrtSession.Result result =
            session.run(Map.of("input", sound, "state", state, "sr", rate))) {
      tensor(result, "stateN").getFloatBuffer().get(stream.state);
      return tensor(result, "output").getFloatBuffer().get(0);
    } catch (OrtException e) {
      throw new ModelFailure(MODEL_ID + " does not run: " + e.getMessage(), e);
    }
  }

  private static OnnxTensor tensor(OrtSession.Result result, String name) {
    return result
        .get(name)
        .filter(OnnxTensor.class::isInstance)
        .map(OnnxTensor.class::cast)
        .orElseThrow(() -> new ModelFailure(MODEL_ID + " gives no tensor " + name));
  }
}
