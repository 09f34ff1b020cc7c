package dev.creature.models.turn;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.mel.LogMel;
import dev.creature.models.mel.MelFeatures;
import dev.creature.models.mel.MelFilterbank;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.runtime.PublishedNetwork;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.util.Map;

/**
 * Smart Turn v3.2: the probability that a turn is complete, judged from its last 8 s as heard.
 *
 * <p>Stateless; one session serves all conversations. A run takes 20 to 45 ms on one core, nearly
 * all of it the network, and is meant for an inference thread. Never ask it about silence: it calls
 * that a complete turn.
 */
public final class SmartTurn {
  /** Its folder in the cache of models. */
  public static final String MODEL_ID = "smart-turn-v3.2";

  /** Samples that it looks at: 8 s at 16 kHz. */
  public static final int WINDOW = 8 * LogMel.SAMPLE_RATE;

  /** Above this, its authors take the turn as complete. */
  public static final float COMPLETE_ABOVE = 0.5f;

  private static final float VARIANCE_FLOOR = 1e-7f;

  private final PublishedNetwork network;

  private SmartTurn(PublishedNetwork network) {
    this.network = network;
  }

  /**
   * Opens the model.
   *
   * @throws MissingModel when it is not in the folder
   * @throws ModelFailure when it cannot be loaded
   */
  public static SmartTurn open(InferenceRuntime runtime, ModelFolder models) {
    return new SmartTurn(
        PublishedNetwork.open(runtime, models, MODEL_ID, "smart-turn-v3.2-cpu.onnx"));
  }

  /**
   * Judges a turn. Runs the model on the calling thread.
   *
   * @param samples the current turn only, from a little before its first word up to now, mono, 16
   *     kHz, in [-1, 1]
   * @param offset index of the first sample
   * @param length number of samples; of more than 8 s the last 8 s count
   * @return probability that the speaker has finished, 0 to 1
   */
  public float probability(float[] samples, int offset, int length) {
    return probability(features(samples, offset, length));
  }

  /** What the network sees: 80 × 800. Costs a few milliseconds. */
  public static MelFeatures features(float[] samples, int offset, int length) {
    int kept = Math.min(length, WINDOW);
    // Short turns get silence in front, so that the speech always ends where the window ends.
    float[] window = new float[WINDOW];
    System.arraycopy(samples, offset + length - kept, window, WINDOW - kept, kept);
    double sum = 0;
    for (float sample : window) {
      sum += sample;
    }
    // Single precision from here on, as in the reference.
    float mean = (float) (sum / WINDOW);
    double squares = 0;
    for (float sample : window) {
      double difference = sample - mean;
      squares += difference * difference;
    }
    float deviation = (float) Math.sqrt((float) (squares / WINDOW) + VARIANCE_FLOOR);
    for (int i = 0; i < WINDOW; i++) {
      window[i] = (window[i] - mean) / deviation;
    }
    return LogMel.of(window, 0, WINDOW);
  }

  private float probability(MelFeatures features) {
    try (OnnxTensor input =
            network.tensor(features.values(), 1, MelFilterbank.BINS, features.frames());
        OrtSession.Result result = network.run(Map.of("input_features", input))) {
      // Called logits, but the graph ends in a sigmoid: it is the probability already.
      return network.output(result, "logits").get(0);
    } catch (OrtException e) {
      throw network.failure(e);
    }
  }
}
