package dev.creature.models.sentence;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the weights of {@link RequestClassifier} from sentences; the build runs it. */
public final class RequestTraining {
  private RequestTraining() {}

  /**
   * Trains, unless the weights are younger than the sentences.
   *
   * @param arguments the folder with {@code asks.txt} and {@code talk.txt}, a sentence a line, and
   *     the file to write
   */
  public static void main(String[] arguments) throws IOException {
    Path texts = Path.of(arguments[0]);
    Path weights = Path.of(arguments[1]);
    List<Path> files = List.of(texts.resolve("asks.txt"), texts.resolve("talk.txt"));
    if (isYounger(weights, files)) {
      return;
    }
    List<HeadTraining.Example> examples = new ArrayList<>();
    try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine())) {
      SentenceEncoder encoder = SentenceEncoder.open(runtime);
      for (Path file : files) {
        boolean asks = file.equals(files.getFirst());
        List<float[]> vectors =
            Files.readAllLines(file).parallelStream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(encoder::embed)
                .toList();
        vectors.forEach(vector -> examples.add(new HeadTraining.Example(vector, asks)));
      }
    }
    RequestHead head = HeadTraining.fit(examples);
    Files.createDirectories(weights.toAbsolutePath().getParent());
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(weights))) {
      head.write(out);
    }
  }

  private static boolean isYounger(Path weights, List<Path> files) throws IOException {
    if (!Files.isRegularFile(weights)) {
      return false;
    }
    for (Path file : files) {
      if (Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(weights)) > 0) {
        return false;
      }
    }
    return true;
  }
}
