package dev.creature.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphWriterTest {
  @TempDir Path folder;

  @Test
  void writesAGraphThatOnnxRuntimeRunsWithSmallAndLargeWeights() throws Exception {
    Path model = folder.resolve("sum.onnx");
    float[] large = new float[5000];
    Arrays.fill(large, 2f);
    try (GraphWriter graph = new GraphWriter(model, "sum")) {
      String x = graph.input("x", ElementType.FLOAT, List.of("N", 5000));
      String product =
          graph.node("Mul", List.of(x, graph.weight("large", new long[] {5000}, large)));
      graph.nodeTo("", "Add", List.of(product, graph.scalar(1f)), List.of("y"));
      graph.output("y", ElementType.FLOAT, List.of("N", 5000));
      graph.finish();
    }

    try (InferenceRuntime runtime = InferenceRuntime.start(new RuntimeSettings(1, 1))) {
      OrtSession session = runtime.open(model, Map.of());
      float[][] ones = new float[1][5000];
      Arrays.fill(ones[0], 1f);
      try (OnnxTensor x = OnnxTensor.createTensor(runtime.environment(), ones);
          OrtSession.Result result = session.run(Map.of("x", x))) {
        assertThat(((float[][]) result.get(0).getValue())[0]).containsOnly(3f);
      }
    }
  }

  @Test
  void refusesAWeightWhoseSizeDoesNotFitItsShape() throws Exception {
    try (GraphWriter graph = new GraphWriter(folder.resolve("bad.onnx"), "bad")) {
      assertThatThrownBy(() -> graph.weight("w", new long[] {2, 2}, new float[3]))
          .hasMessageContaining("weight w: 4 elements of FLOAT need 16 bytes, not 12");
    }
  }
}
