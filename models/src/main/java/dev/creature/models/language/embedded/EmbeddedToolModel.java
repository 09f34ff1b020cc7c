package dev.creature.models.language.embedded;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.assembly.DecoderConfiguration;
import dev.creature.models.language.assembly.LlamaAssembly;
import dev.creature.models.language.assembly.Precision;
import dev.creature.models.language.constrained.TokenTrie;
import dev.creature.models.language.constrained.ToolGrammar;
import dev.creature.models.language.tokens.Tokenizer;
import dev.creature.models.language.tokens.VocabularyFile;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.Lane;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.runtime.ThreadUrgency;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A language model in this process that calls tools. What it writes fits the tools' schemas by
 * construction: a token that does not fit is not chosen.
 *
 * <p>Runs on one thread of its own and that thread's helpers, which take only what time of the
 * cores nobody else wants. It is opened when it is first asked, or by {@link #prepare}.
 */
public final class EmbeddedToolModel implements ToolModel {
  private final String name;
  private final AtomicInteger warmings = new AtomicInteger();
  private final AtomicReference<CompletionStage<?>> warming =
      new AtomicReference<>(CompletableFuture.completedStage(""));
  private final InferenceRuntime runtime;
  private final boolean owned;
  private final Path folder;
  private final Duration limit;
  private final Consumer<String> warnings;
  private final ConcurrentHashMap<String, ConversationTrack> tracks = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<List<ToolOffer>, ToolGrammar> grammars =
      new ConcurrentHashMap<>();
  private final Once<CompletableFuture<Opened>> opened = new Once<>(this::opening);

  /** What there is once it is open. */
  private record Opened(
      DecoderNetwork network,
      Tokenizer tokenizer,
      TokenTrie trie,
      ChatTemplate template,
      int positions,
      SharedPersonas personas) {}

  EmbeddedToolModel(
      InferenceRuntime runtime,
      boolean owned,
      ModelFolder models,
      String modelId,
      Duration limit,
      Consumer<String> warnings) {
    this.name = modelId;
    this.runtime = runtime;
    this.owned = owned;
    this.folder = models.assembled(modelId, new LlamaAssembly());
    this.limit = limit;
    this.warnings = warnings;
  }

  /**
   * The model, not opened yet.
   *
   * @param modelId such as {@link EmbeddedLanguageModel#QWEN_CODER}
   * @param limit for one answer
   * @param warnings told of tools that it does without; must return quickly
   * @throws MissingModel when it was not fetched or not assembled
   */
  public static EmbeddedToolModel of(
      ModelFolder models, String modelId, Duration limit, Consumer<String> warnings) {
    Path assembled = models.assembled(modelId, new LlamaAssembly());
    if (!Files.isRegularFile(assembled.resolve(Precision.FAST.file()))) {
      throw new MissingModel(modelId, models, "large");
    }
    // All of them read the settings of the process's one environment: as the voice has them.
    int helpers = RuntimeSettings.forThisMachine().intraOpThreads();
    return new EmbeddedToolModel(
        InferenceRuntime.start(new RuntimeSettings(1, helpers)),
        true,
        models,
        modelId,
        limit,
        warnings);
  }

  private CompletableFuture<Opened> opening() {
    return runtime.pool().submit(Lane.BACKGROUND, name, this::open);
  }

  private Opened open() {
    if (owned) {
      // Before the model is opened: its helper threads are as urgent as the one that opens it.
      boolean _ = ThreadUrgency.lower();
    }
    try {
      DecoderConfiguration sizes = DecoderConfiguration.read(folder);
      Tokenizer tokenizer =
          new Tokenizer(VocabularyFile.read(folder.resolve(LlamaAssembly.VOCABULARY)));
      DecoderNetwork network = DecoderNetwork.patient(runtime, folder, sizes);
      return new Opened(
          network,
          tokenizer,
          TokenTrie.of(tokenizer),
          new ChatTemplate(tokenizer),
          ConversationLimit.REASONER.positions(sizes),
          new SharedPersonas(network::reader));
    } catch (IOException e) {
      throw new ModelFailure("cannot read the model in " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void prepare(List<ToolMessage> beginning, List<ToolOffer> tools) {
    var _ = warm(beginning, tools);
  }

  /** The same, to be waited for: completes when it is open and has read. */
  CompletionStage<Void> warm(List<ToolMessage> beginning, List<ToolOffer> tools) {
    CompletionStage<Void> reading = readAhead(beginning, tools);
    warming.set(reading);
    return reading;
  }

  private CompletionStage<Void> readAhead(List<ToolMessage> beginning, List<ToolOffer> tools) {
    String task = name + ".warming-" + warmings.incrementAndGet();
    List<ChatMessage> dialogue = ToolPrompt.of(beginning, tools);
    return opened
        .get()
        .thenCompose(model -> {
          ReadAhead reading =
              new ReadAhead(
                  Precision.FAST,
                  true,
                  ReadAhead.MOST_TOKENS,
                  Lane.BACKGROUND,
                  window -> Optional.of(window.prompt(dialogue, ToolReply.MOST_TOKENS)));
          track(model, task).add(reading);
          return reading.done();
        })
        .whenComplete((_, failure) -> {
          forget(task);
          if (failure != null) {
            warnings.accept(name + " could not read ahead: " + failure);
          }
        });
  }

  @Override
  public Asking ask(String task, List<ToolMessage> messages, List<ToolOffer> tools) {
    ToolGrammar grammar = grammars.computeIfAbsent(List.copyOf(tools), this::compiled);
    Answering answering = new Answering();
    // What is being read ahead is the beginning of this, too: it is not read twice.
    CompletionStage<?> ahead = warming.get();
    var _ =
        opened
            .get()
            .thenCompose(model -> ahead.handle((_, _) -> model))
            .whenComplete((model, failure) -> {
              if (failure != null) {
                answering.result.completeExceptionally(failure);
              } else {
                begin(model, task, ToolPrompt.of(messages, tools), grammar, answering);
              }
            });
    return answering;
  }

  private ToolGrammar compiled(List<ToolOffer> tools) {
    ToolGrammar grammar = ToolGrammar.of(tools);
    grammar.leftOut().forEach(it -> warnings.accept(name + " does without the tool " + it));
    return grammar;
  }

  private void begin(
      Opened model,
      String task,
      List<ChatMessage> dialogue,
      ToolGrammar grammar,
      Answering answering) {
    if (answering.result.isDone()) {
      return;
    }
    try {
      ToolReply reply =
          new ToolReply(
              dialogue, grammar.writing(model.trie(), ToolReply.MOST_TOKENS), model.tokenizer());
      answering.follow(reply);
      track(model, task).add(reply);
    } catch (RuntimeException failure) {
      answering.result.completeExceptionally(failure);
    }
  }

  /** An answer that waits for the model to be open, perhaps. */
  private final class Answering implements Asking {
    private final CompletableFuture<ToolAnswer> result = new CompletableFuture<>();

    Answering() {
      var _ = result.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    void follow(ToolReply reply) {
      var _ =
          reply
              .answer()
              .whenComplete((given, failure) -> {
                if (failure == null) {
                  result.complete(given);
                } else {
                  result.completeExceptionally(failure);
                }
              });
      // Whatever ended it first, cancelling or time: the model writes no further.
      var _ = result.whenComplete((_, _) -> reply.cancel());
    }

    @Override
    public CompletionStage<ToolAnswer> answer() {
      return result.handle(this::told).thenCompose(it -> it);
    }

    private CompletionStage<ToolAnswer> told(
        @Nullable ToolAnswer given, @Nullable Throwable failure) {
      if (given != null) {
        return CompletableFuture.completedStage(given);
      }
      return CompletableFuture.failedStage(
          failure instanceof TimeoutException
              ? new ModelFailure(
                  "no answer of " + name + " within " + limit.toSeconds() + " s", failure)
              : failure);
    }

    @Override
    public void cancel() {
      result.completeExceptionally(new CancellationException("the answer is not wanted any more"));
    }
  }

  private ConversationTrack track(Opened model, String task) {
    return tracks.computeIfAbsent(
        task,
        key ->
            new ConversationTrack(
                key,
                runtime.pool(),
                new ConversationMemory(
                    model.network().reader(),
                    new ContextWindow(model.template(), model.positions()),
                    model.personas())));
  }

  @Override
  public void forget(String task) {
    Optional.ofNullable(tracks.remove(task)).ifPresent(ConversationTrack::close);
  }

  @Override
  public void close() {
    List.copyOf(tracks.keySet()).forEach(this::forget);
    if (owned) {
      runtime.close();
    }
  }
}
