package dev.creature.models.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A network that was published as one ONNX file and is run as it is, with kernels that do not
 * overflow. Any number of threads may share one.
 */
public final class PublishedNetwork {
  private final String modelId;
  private final InferenceRuntime runtime;
  private final OrtSession session;

  private PublishedNetwork(String modelId, InferenceRuntime runtime, OrtSession session) {
    this.modelId = modelId;
    this.runtime = runtime;
    this.session = session;
  }

  /**
   * Opens a network.
   *
   * @param modelId its folder in the cache of models
   * @param fileName the published file
   * @throws MissingModel when it is not in the folder
   * @throws ModelFailure when it cannot be loaded
   */
  public static PublishedNetwork open(
      InferenceRuntime runtime, ModelFolder models, String modelId, String fileName) {
    Path file = models.source(modelId).resolve(fileName);
    if (!Files.isRegularFile(file)) {
      throw new MissingModel(modelId, models);
    }
    return new PublishedNetwork(
        modelId, runtime, runtime.open(file, InferenceRuntime.WITHOUT_OVERFLOW));
  }

  /** A tensor of the numbers in an array, row by row; the caller closes it. */
  public OnnxTensor tensor(float[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(runtime.environment(), FloatBuffer.wrap(values), shape);
  }

  /** A tensor of one whole number without dimensions; the caller closes it. */
  public OnnxTensor scalar(long value) throws OrtException {
    return OnnxTensor.createTensor(runtime.environment(), value);
  }

  /** Runs on the calling thread; the caller closes the result. */
  public OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
    return session.run(inputs);
  }

  /**
   * The numbers of an output.
   *
   * @throws ModelFailure when there is no such output
   */
  public FloatBuffer output(OrtSession.Result result, String name) {
    return result
        .get(name)
        .filter(OnnxTensor.class::isInstance)
        .map(OnnxTensor.class::cast)
        .orElseThrow(() -> new ModelFailure(modelId + " gives no tensor " + name))
        .getFloatBuffer();
  }

  /** What to throw where it does not run. */
  public ModelFailure failure(OrtException cause) {
    return new ModelFailure(modelId + " does not run: " + cause.getMessage(), cause);
  }
}
