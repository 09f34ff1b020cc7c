package dev.creature.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A native llama.cpp on this machine, to compare with: the Python package {@code xllamacpp}, of the
 * Python that {@code CREATURE_LLAMA_PYTHON} names, else of {@code python3}.
 */
final class LlamaCpp {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LlamaCpp() {}

  /** Milliseconds to the first token behind a kept prefix, and tokens a second, of each prompt. */
  record Speed(List<Double> firstTokenMillis, List<Double> tokensPerSecond) {}

  /**
   * Measures, or gives nothing where there is no llama.cpp.
   *
   * @param model a GGUF file
   * @param prompts texts with their control tokens; the first one only warms
   */
  static Optional<Speed> measure(Path model, List<String> prompts, int tokens, int threads)
      throws IOException {
    ObjectNode task = JSON.createObjectNode();
    task.put("model", model.toString()).put("tokens", tokens).put("threads", threads);
    task.set("prompts", JSON.valueToTree(prompts));
    String python = Optional.ofNullable(System.getenv("CREATURE_LLAMA_PYTHON")).orElse("python3");
    Process process;
    try {
      process =
          new ProcessBuilder(python, "-c", script())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException noPython) {
      return Optional.empty();
    }
    try (OutputStream in = process.getOutputStream()) {
      JSON.writeValue(in, task);
    } catch (IOException endedWithoutReading) {
      return Optional.empty();
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return output
        .lines()
        .filter(line -> line.startsWith("llama.cpp "))
        .findFirst()
        .map(line -> speed(line.substring("llama.cpp ".length())));
  }

  private static Speed speed(String line) {
    List<Double> firstTokens = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    try {
      for (JsonNode result : JSON.readTree(line)) {
        firstTokens.add(result.path("firstTokenMillis").asDouble());
        rates.add(result.path("tokensPerSecond").asDouble());
      }
    } catch (IOException e) {
      throw new IllegalStateException("llama_speed.py wrote no JSON: " + line, e);
    }
    return new Speed(firstTokens, rates);
  }

  private static String script() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(LlamaCpp.class.getResourceAsStream("llama_speed.py"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
