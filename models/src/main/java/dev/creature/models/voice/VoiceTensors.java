package dev.creature.models.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.InferenceRuntime;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/** The tensors that the voices have in common. */
final class VoiceTensors {
  private VoiceTensors() {}

  /** The ids with one of silence in front and one behind. */
  static long[] padded(int[] phonemeIds, int silence) {
    long[] padded = new long[phonemeIds.length + 2];
    Arrays.fill(padded, silence);
    for (int i = 0; i < phonemeIds.length; i++) {
      padded[i + 1] = phonemeIds[i];
    }
    return padded;
  }

  static OnnxTensor ids(InferenceRuntime runtime, long[] ids) throws OrtException {
    return OnnxTensor.createTensor(
        runtime.environment(), LongBuffer.wrap(ids), new long[] {1, ids.length});
  }

  /** How fast to speak, 1 is as trained. */
  static OnnxTensor pace(InferenceRuntime runtime, double speed) throws OrtException {
    return OnnxTensor.createTensor(
        runtime.environment(), FloatBuffer.wrap(new float[] {(float) speed}), new long[] {1});
  }

  static float[] floats(OrtSession.Result result, int output) {
    FloatBuffer buffer = ((OnnxTensor) result.get(output)).getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  /**
   * How far the networks' boundaries lie behind the sound itself, measured on spectrograms; both
   * voices were trained on the same alignment.
   */
  private static final double LATE_SECONDS = 0.075;

  /**
   * Durations in samples, moved to where the sound is. Any difference to the number of samples (a
   * network may add or drop a frame at the end) goes to the silence behind.
   */
  static int[] durations(float[] frames, int samplesPerFrame, int sampleCount) {
    int[] durations = new int[frames.length];
    int left = sampleCount;
    int late = (int) (LATE_SECONDS * VoiceModel.SAMPLE_RATE);
    for (int i = 0; i < frames.length; i++) {
      durations[i] = Math.min(left, Math.round(frames[i]) * samplesPerFrame);
      if (i == 0) {
        durations[i] = Math.max(0, durations[i] - late);
      }
      left -= durations[i];
    }
    durations[frames.length - 1] += left;
    return durations;
  }
}
