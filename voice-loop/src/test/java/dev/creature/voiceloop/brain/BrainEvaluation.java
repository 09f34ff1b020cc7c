package dev.creature.voiceloop.brain;

import dev.creature.models.language.LanguageModel;
import dev.creature.models.language.embedded.ConversationLimit;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.language.endpoint.EndpointLanguageModel;
import dev.creature.models.language.endpoint.EndpointSettings;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Has the brain answer a file of prompts and measures the replies. To be run by hand: prompts file
 * (kind, tab, text), output file, model id or endpoint, optionally a persona file; {@code
 * docs/brain.md} has the command.
 */
final class BrainEvaluation {
  private BrainEvaluation() {}

  public static void main(String[] arguments) throws Exception {
    Persona persona =
        arguments.length > 3 ? PersonaFile.read(Path.of(arguments[3])) : PersonaFile.ofDefault();
    try (InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
        LanguageModel model = model(arguments[2], runtime);
        VoiceBrain brain =
            new VoiceBrain(
                model, persona, BrainSettings.usual(), Clock.system(ZoneId.of("Europe/Berlin")));
        PrintStream out = new PrintStream(arguments[1], StandardCharsets.UTF_8)) {
      run(brain, persona, prompts(Path.of(arguments[0])), out);
    }
  }

  private static LanguageModel model(String which, InferenceRuntime runtime) {
    return which.startsWith("http")
        ? endpoint(URI.create(which))
        : EmbeddedLanguageModel.open(runtime, ModelFolder.ofUser(), which, ConversationLimit.VOICE);
  }

  private static LanguageModel endpoint(URI address) {
    EndpointSettings usual = EndpointSettings.of(address, "smollm2-135m-instruct");
    return new EndpointLanguageModel(
        new EndpointSettings(
            usual.baseUrl(),
            usual.model(),
            usual.apiKey(),
            usual.connect(),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            1,
            usual.backOff(),
            true,
            Map.of()));
  }

  static List<String[]> prompts(Path file) throws IOException {
    List<String[]> prompts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#") && line.indexOf('\t') >= 0) {
        prompts.add(line.split("\t", 2));
      }
    }
    return prompts;
  }

  private static void run(
      VoiceBrain brain, Persona persona, List<String[]> prompts, PrintStream out) throws Exception {
    ReplyMetrics metrics = new ReplyMetrics(persona);
    brain.prepare("warm", List.of()).toCompletableFuture().get(60, TimeUnit.SECONDS);
    List<Turn> history = new ArrayList<>();
    for (int i = 0; i < prompts.size(); i++) {
      String[] prompt = prompts.get(i);
      StringBuilder reply = new StringBuilder();
      long[] firstNanos = {0};
      long start = System.nanoTime();
      brain
          .reply(
              "evaluation",
              List.copyOf(history),
              prompt[1],
              i,
              text -> {
                if (firstNanos[0] == 0) {
                  firstNanos[0] = System.nanoTime() - start;
                }
                reply.append(text);
              })
          .ended()
          .toCompletableFuture()
          .get(60, TimeUnit.SECONDS);
      metrics.add(history, prompt[1], reply.toString(), firstNanos[0] / 1e6);
      out.printf("%s\t%s\t%s\t%.0f%n", prompt[0], prompt[1], reply, firstNanos[0] / 1e6);
      history.add(new Turn(prompt[1], reply.toString(), false));
      // A conversation has twelve turns; then the next one begins.
      if (history.size() == 12) {
        history.clear();
      }
    }
    System.out.println(metrics.report());
  }
}
