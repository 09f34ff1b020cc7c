package dev.creature.deploy.bench;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.Sampling;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks an embedded language model short questions behind a persona that it has read, and native
 * llama.cpp the same, from the same weights, in between.
 */
public final class LanguageBench {
  private static final int TOKENS = 64;
  private static final String PERSONA =
      "You are a small friendly robot creature with one arm living on a desk. Answer in one or two"
          + " short spoken sentences.";
  private static final List<String> QUESTIONS =
      List.of(
          "Hello, who are you?",
          "What is the capital of France?",
          "Can you put the red cup on the shelf?",
          "Please tell me a story about a dragon.",
          "How do plants grow in a garden?",
          "Why is the sky blue in the morning?",
          "What should I wear when it rains?",
          "Explain how a bicycle works, please.",
          "Tell me about the moon and the stars.",
          "How do airplanes stay up in the air?");

  private LanguageBench() {}

  private record Speed(List<Double> firstTokenMillis, List<Double> tokensPerSecond) {
    private Speed() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * Measures; the machine should have nothing else to do.
   *
   * @param model warm
   * @param weights the GGUF file that it was assembled from, for llama.cpp
   */
  public static SuiteResult run(EmbeddedLanguageModel model, Path weights) throws IOException {
    boolean small = model.name().equals(EmbeddedLanguageModel.SMOLLM2);
    Speed sampled = new Speed();
    Speed greedy = new Speed();
    ask(model, sampled, seed -> new Sampling(0.7, 0.95, 40, 1, TOKENS, seed));
    ask(model, greedy, _ -> Sampling.greedy(TOKENS));
    Optional<LlamaCpp.Speed> nativeSpeed =
        LlamaCpp.measure(weights, prompts(), TOKENS, Runtime.getRuntime().availableProcessors());
    ask(model, sampled, seed -> new Sampling(0.7, 0.95, 40, 1, TOKENS, seed));
    List<Figure> figures = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    figures.add(
        median(
            "first token",
            sampled.firstTokenMillis(),
            "ms",
            small ? Target.atMost(40) : Target.none()));
    figures.add(
        median("tokens a second", sampled.tokensPerSecond(), "", Target.atLeast(small ? 80 : 10)));
    figures.add(median("first token, greedy", greedy.firstTokenMillis(), "ms", Target.none()));
    figures.add(median("tokens a second, greedy", greedy.tokensPerSecond(), "", Target.none()));
    if (nativeSpeed.isPresent()) {
      List<Double> rates = nativeSpeed.get().tokensPerSecond();
      figures.add(
          median(
              "first token, llama.cpp", nativeSpeed.get().firstTokenMillis(), "ms", Target.none()));
      figures.add(median("tokens a second, llama.cpp", rates, "", Target.none()));
      figures.add(
          Figure.of(
              "speed beside llama.cpp",
              median(sampled.tokensPerSecond()) / median(rates),
              "×",
              Target.atLeast(1),
              rates.size()));
    } else {
      remarks.add(
          "llama.cpp was not measured: `pip install xllamacpp`, or name a Python that has it in"
              + " CREATURE_LLAMA_PYTHON.");
    }
    figures.add(
        Figure.of("resident memory", (double) Machine.residentMiB(), "MiB", Target.none(), 1));
    remarks.add(
        "Sampled replies use inputs rounded to 8 bits, like llama.cpp; greedy ones are computed as"
            + " exactly as the reference.");
    return new SuiteResult(
        "language " + model.name(),
        "Short questions behind a persona that was read before, %d tokens at most."
            .formatted(TOKENS),
        figures,
        remarks);
  }

  private interface SamplingOfSeed {
    Sampling with(long seed);
  }

  private static void ask(EmbeddedLanguageModel model, Speed speed, SamplingOfSeed sampling) {
    for (int i = 0; i < QUESTIONS.size(); i++) {
      String conversation = "bench-" + i;
      ChatRequest request =
          new ChatRequest(
              conversation,
              List.of(ChatMessage.system(PERSONA), ChatMessage.user(QUESTIONS.get(i))),
              sampling.with(i));
      ChatRequest persona =
          new ChatRequest(
              conversation,
              List.of(ChatMessage.system(PERSONA), ChatMessage.user("")),
              request.sampling());
      model.prepare(persona).toCompletableFuture().join();
      measure(model, request, speed);
      model.forget(conversation);
    }
  }

  private static void measure(EmbeddedLanguageModel model, ChatRequest request, Speed speed) {
    List<Long> arrivals = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    long start = System.nanoTime();
    Generation reply =
        model.generate(
            request,
            piece -> {
              arrivals.add(System.nanoTime());
              text.append(piece);
            });
    reply.ended().toCompletableFuture().join();
    if (arrivals.isEmpty()) {
      return;
    }
    speed.firstTokenMillis().add((arrivals.getFirst() - start) / 1e6);
    int tokens = model.tokenizer().encode(text.toString()).length;
    double seconds = (arrivals.getLast() - arrivals.getFirst()) / 1e9;
    if (tokens >= 8) {
      speed.tokensPerSecond().add((tokens - 1) / seconds);
    }
  }

  private static List<String> prompts() {
    List<String> prompts = new ArrayList<>();
    // Twice the first, because llama.cpp reads the prefix with it.
    prompts.add(prompt(QUESTIONS.getFirst()));
    QUESTIONS.forEach(question -> prompts.add(prompt(question)));
    return prompts;
  }

  private static String prompt(String question) {
    return "<|im_start|>system\n%s<|im_end|>\n<|im_start|>user\n%s<|im_end|>\n<|im_start|>assistant\n"
        .formatted(PERSONA, question);
  }

  private static Figure median(String name, List<Double> each, String unit, Target target) {
    return new Figure(name, median(each), unit, target, each.size(), each);
  }

  private static double median(List<Double> values) {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
