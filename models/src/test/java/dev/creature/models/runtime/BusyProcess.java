package dev.creature.models.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.onnx.ElementType;
import dev.creature.models.onnx.GraphWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A program whose models run without end, on all threads, until somebody ends it. */
final class BusyProcess {
  private static final int SIZE = 512;
  private static final int PRODUCTS = 20;

  private BusyProcess() {}

  /** Its argument is a folder of its own. */
  public static void main(String[] arguments) throws Exception {
    Path model = Path.of(arguments[0]).resolve("busy.onnx");
    write(model);
    InferenceRuntime runtime = InferenceRuntime.start(new RuntimeSettings(2, 2));
    List<OrtSession> sessions = List.of(runtime.open(model, Map.of()), runtime.openStepwise(model));
    CountDownLatch busy = new CountDownLatch(sessions.size());
    for (OrtSession session : sessions) {
      runAgainAndAgain(runtime, session, busy);
    }
    busy.await();
    System.out.println("busy");
    new CountDownLatch(1).await();
  }

  private static void runAgainAndAgain(
      InferenceRuntime runtime, OrtSession session, CountDownLatch busy) {
    var _ =
        runtime
            .pool()
            .submit(
                Lane.SOUND,
                "busy",
                () -> {
                  run(runtime, session);
                  busy.countDown();
                  return true;
                })
            .thenAccept(_ -> runAgainAndAgain(runtime, session, busy));
  }

  private static void run(InferenceRuntime runtime, OrtSession session) throws OrtException {
    float[][] ones = new float[SIZE][SIZE];
    for (float[] row : ones) {
      Arrays.fill(row, 1);
    }
    try (OnnxTensor x = OnnxTensor.createTensor(runtime.environment(), ones)) {
      session.run(Map.of("x", x)).close();
    }
  }

  private static void write(Path model) throws IOException {
    try (GraphWriter graph = new GraphWriter(model, "busy")) {
      String x = graph.input("x", ElementType.FLOAT, List.of(SIZE, SIZE));
      String product = x;
      for (int i = 0; i < PRODUCTS; i++) {
        product = graph.node("MatMul", List.of(product, x));
      }
      graph.nodeTo("", "Identity", List.of(product), List.of("y"));
      graph.output("y", ElementType.FLOAT, List.of(SIZE, SIZE));
      graph.finish();
    }
  }
}
