package dev.creature.deploy.bench.micro;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.Sampling;
import dev.creature.models.language.embedded.ConversationLimit;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.vad.SileroVad;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One step of the models that step most often. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ModelBenchmarks {
  /** Tells the process that measures where the models are. */
  static final String MODELS = "creature.micro.models";

  private static final int TOKENS = 16;
  private static final String TEXT =
      "Hello! I am a small creature on a desk; tell me, what would you like to talk about today?";

  private final InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
  private final SileroVad vad;
  private final SileroVad.Stream stream = new SileroVad.Stream();
  private final float[] sound = new float[SileroVad.WINDOW];
  private final EmbeddedLanguageModel language;

  /** Opens the models of the folder that {@value #MODELS} names. */
  public ModelBenchmarks() {
    ModelFolder models = new ModelFolder(Path.of(System.getProperty(MODELS, "")));
    vad = SileroVad.open(runtime, models);
    language =
        EmbeddedLanguageModel.open(
            runtime, models, EmbeddedLanguageModel.SMOLLM2, ConversationLimit.VOICE);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < sound.length; i++) {
      sound[i] = (float) random.nextDouble(-0.25, 0.25);
    }
  }

  /** Frees the models. */
  @TearDown
  public void close() {
    language.close();
    runtime.close();
  }

  /** 32 ms of sound: is it speech? */
  @Benchmark
  public float detectsVoice() {
    return vad.probability(stream, sound, 0);
  }

  /** A sentence of 19 words becomes tokens. */
  @Benchmark
  public int[] splitsIntoTokens() {
    return language.tokenizer().encode(TEXT);
  }

  /** A token of a sampled reply, behind a dialogue that was read before. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public Generation.Ending writesTokens() {
    List<ChatMessage> dialogue =
        List.of(
            ChatMessage.system("You are a small friendly creature."),
            ChatMessage.user("Please tell me a long story about a dragon."));
    return language
        .generate(
            new ChatRequest("micro", dialogue, new Sampling(0.7, 0.95, 40, 1, TOKENS, 1)), _ -> {})
        .ended()
        .toCompletableFuture()
        .join();
  }
}
