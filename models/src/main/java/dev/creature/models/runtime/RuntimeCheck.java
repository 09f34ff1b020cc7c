package dev.creature.models.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Tries whether ONNX Runtime works on this machine: its library loads, and a model gives the right
 * answer.
 */
public final class RuntimeCheck {
  private RuntimeCheck() {}

  /**
   * Runs a small model from start to end.
   *
   * @return the version of ONNX Runtime
   * @throws ModelFailure when it does not work; the message says at which step
   */
  public static String run() {
    try (InferenceRuntime runtime = InferenceRuntime.start(new RuntimeSettings(1, 1))) {
      Path model = Files.createTempFile("creature-check", ".onnx");
      try {
        writeDoubling(model);
        float doubled = doubled(runtime, runtime.open(model, Map.of()), 21);
        if (doubled != 42) {
          throw new ModelFailure("ONNX Runtime says that twice 21 is " + doubled);
        }
        return runtime.environment().getVersion();
      } finally {
        Files.delete(model);
      }
    } catch (IOException e) {
      throw new ModelFailure("cannot write a model into the folder for temporary files", e);
    } catch (OrtException e) {
      throw new ModelFailure("ONNX Runtime does not run a model: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw new ModelFailure("ONNX Runtime's library does not load: " + e.getMessage(), e);
    }
  }

  private static void writeDoubling(Path model) throws IOException {
    try (GraphWriter graph = new GraphWriter(model, "doubling")) {
      String x = graph.input("x", ElementType.FLOAT, List.of(1));
      graph.nodeTo("", "Add", List.of(x, x), List.of("y"));
      graph.output("y", ElementType.FLOAT, List.of(1));
      graph.finish();
    }
  }

  private static float doubled(InferenceRuntime runtime, OrtSession session, float value)
      throws OrtException {
    try (OnnxTensor x = OnnxTensor.createTensor(runtime.environment(), new float[] {value});
        OrtSession.Result result = session.run(Map.of("x", x))) {
      return ((float[]) result.get(0).getValue())[0];
    }
  }
}
