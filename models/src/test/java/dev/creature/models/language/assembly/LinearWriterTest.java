package dev.creature.models.language.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import dev.creature.models.gguf.GgufFile;
import dev.creature.models.gguf.GgufTensor;
import dev.creature.models.gguf.PlainRows;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs matrices of every type and holds the products against those of the unpacked numbers. */
class LinearWriterTest {
  private static final int TOKENS = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "f32, FAST, 1e-4",
    "f16, FAST, 1e-4",
    "q4_0, FAST, 0.02",
    "q4_1, FAST, 0.02",
    "q4_k, FAST, 0.02",
    "q5_k, FAST, 0.02",
    "q6_k, FAST, 0.02",
    "q8_0, FAST, 0.02",
    "q4_0, EXACT, 1e-4",
    "q4_1, EXACT, 1e-4",
    "q4_k, EXACT, 1e-4"
  })
  void multipliesAsTheUnpackedNumbersDo(String name, Precision precision, double tolerance)
      throws Exception {
    Path weights = folder.resolve("blocks.gguf");
    try (InputStream in =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/dev/creature/models/gguf/blocks.gguf"))) {
      Files.copy(in, weights);
    }
    try (GgufFile file = GgufFile.open(weights)) {
      GgufTensor tensor = file.tensor(name);
      float[][] inputs = inputs(tensor.columns());
      float[][] products = run(tensor, precision, inputs);
      float[] matrix = PlainRows.read(tensor);
      for (int token = 0; token < TOKENS; token++) {
        for (int row = 0; row < tensor.rows(); row++) {
          double product = 0;
          double square = 0;
          for (int column = 0; column < tensor.columns(); column++) {
            float weight = matrix[row * tensor.columns() + column];
            product += (double) weight * inputs[token][column];
            square += (double) weight * weight;
          }
          // The inputs' own size is about 1.
          assertThat((double) products[token][row])
              .as("%s, token %d, row %d", name, token, row)
              .isCloseTo(product, within(tolerance * Math.sqrt(square)));
        }
      }
    }
  }

  private float[][] run(GgufTensor tensor, Precision precision, float[][] inputs) throws Exception {
    Path model = folder.resolve("linear.onnx");
    try (GraphWriter graph = new GraphWriter(model, "linear")) {
      String x = graph.input("x", ElementType.FLOAT, List.of(1, "tokens", tensor.columns()));
      String y = new LinearWriter(graph, precision).multiply(x, List.of(tensor), Optional.empty());
      graph.nodeTo("", "Identity", List.of(y), List.of("y"));
      graph.output("y", ElementType.FLOAT, List.of(1, "tokens", tensor.rows()));
      graph.finish();
    }
    try (InferenceRuntime runtime = InferenceRuntime.start(new RuntimeSettings(1, 1));
        OnnxTensor x = OnnxTensor.createTensor(runtime.environment(), new float[][][] {inputs});
        OrtSession.Result result = runtime.open(model, Map.of()).run(Map.of("x", x))) {
      return ((float[][][]) result.get(0).getValue())[0];
    }
  }

  /** Around 1 rather than 0, so that a wrong offset shows. */
  private static float[][] inputs(int columns) {
    Random random = new Random(7);
    float[][] inputs = new float[TOKENS][columns];
    for (float[] token : inputs) {
      for (int i = 0; i < columns; i++) {
        token[i] = (float) (0.5 + random.nextGaussian());
      }
    }
    return inputs;
  }
}
