package dev.creature.models.vad;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.runtime.PublishedNetwork;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
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
  private static final long SAMPLE_RATE = 16_000;

  private final PublishedNetwork network;

  private SileroVad(PublishedNetwork network) {
    this.network = network;
  }

  /**
   * Opens the model.
   *
   * @throws MissingModel when it is not in the folder
   * @throws ModelFailure when it cannot be loaded
   */
  public static SileroVad open(InferenceRuntime runtime, ModelFolder models) {
    return new SileroVad(PublishedNetwork.open(runtime, models, MODEL_ID, "silero_vad.onnx"));
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
    try (OnnxTensor sound = network.tensor(input, INPUT_SHAPE);
        OnnxTensor state = network.tensor(stream.state, STATE_SHAPE);
        OnnxTensor rate = network.scalar(SAMPLE_RATE);
        OrtSession.Result result =
            network.run(Map.of("input", sound, "state", state, "sr", rate))) {
      network.output(result, "stateN").get(stream.state);
      return network.output(result, "output").get(0);
    } catch (OrtException e) {
      throw network.failure(e);
    }
  }
}
