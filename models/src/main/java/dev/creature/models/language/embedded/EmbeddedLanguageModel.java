package dev.creature.models.language.embedded;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import dev.creature.models.language.assembly.DecoderConfiguration;
import dev.creature.models.language.assembly.LlamaAssembly;
import dev.creature.models.language.assembly.Precision;
import dev.creature.models.language.tokens.Tokenizer;
import dev.creature.models.language.tokens.VocabularyFile;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A language model of the Llama or Qwen2 family in this process.
 *
 * <p>Keeps, for each conversation, what the model has read of it; a request reads only what differs
 * from there on, so that writing again from the same beginning, or from any earlier one, is cheap.
 * Requests of one conversation run one after the other; those of several share the pool, a token at
 * a time.
 */
public final class EmbeddedLanguageModel implements LanguageModel {
  /** The small model that is always there. */
  public static final String SMOLLM2 = "smollm2-135m-instruct";

  /** The better model, where the machine has room. */
  public static final String QWEN_CODER = "qwen2.5-coder-1.5b-instruct";

  /** What the next turn may need, when room is made for it ahead. */
  private static final int NEXT_TURN_TOKENS = 64;

  private final String name;
  private final InferenceRuntime runtime;
  private final DecoderNetwork network;
  private final Tokenizer tokenizer;
  private final ChatTemplate template;
  private final int positions;
  private final int pieceTokens;
  private final SharedPersonas personas;
  private final ConcurrentHashMap<String, ConversationTrack> tracks = new ConcurrentHashMap<>();

  private EmbeddedLanguageModel(
      String name,
      InferenceRuntime runtime,
      DecoderNetwork network,
      Tokenizer tokenizer,
      int positions,
      int pieceTokens) {
    this.name = name;
    this.runtime = runtime;
    this.network = network;
    this.tokenizer = tokenizer;
    this.template = new ChatTemplate(tokenizer);
    this.positions = positions;
    this.pieceTokens = pieceTokens;
    this.personas = new SharedPersonas(network::reader);
  }

  /**
   * Opens a model and warms it.
   *
   * @param modelId {@link #SMOLLM2} or {@link #QWEN_CODER}
   * @param memory how much each conversation may keep
   * @throws MissingModel when it was not fetched or not assembled
   * @throws ModelFailure when it cannot be loaded
   */
  public static EmbeddedLanguageModel open(
      InferenceRuntime runtime, ModelFolder models, String modelId, ConversationLimit memory) {
    Path folder = models.assembled(modelId, new LlamaAssembly());
    if (!Files.isRegularFile(folder.resolve(Precision.FAST.file()))) {
      throw new MissingModel(modelId, models);
    }
    try {
      DecoderConfiguration sizes = DecoderConfiguration.read(folder);
      Tokenizer tokenizer =
          new Tokenizer(VocabularyFile.read(folder.resolve(LlamaAssembly.VOCABULARY)));
      DecoderNetwork network = new DecoderNetwork(runtime, folder, sizes);
      try (DecoderNetwork.Reader reader = network.reader()) {
        int[] any = tokenizer.encode("Warm up.");
        reader.read(Precision.FAST, any, 0, any.length);
        reader.read(Precision.FAST, any, 0, 1);
      }
      return new EmbeddedLanguageModel(
          modelId,
          runtime,
          network,
          tokenizer,
          memory.positions(sizes),
          ReadAhead.pieceTokens(Files.size(folder.resolve(Precision.FAST.file()))));
    } catch (IOException e) {
      throw new ModelFailure(
          "cannot read the model " + modelId + " in " + folder + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** The model's tokenizer. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** The most tokens of prompt and reply together. */
  public int positions() {
    return positions;
  }

  @Override
  public Generation generate(ChatRequest request, Consumer<String> onText) {
    Reply reply =
        new Reply(request, precision(request), tokenizer, this::endsReply, positions, onText);
    ConversationTrack track = track(request.conversation());
    reply
        .ended()
        .thenAccept(ending -> {
          if (ending != Generation.Ending.CANCELLED) {
            track.add(makingRoom(reply));
          }
        });
    track.add(reply);
    return reply;
  }

  @Override
  public CompletionStage<Void> prepare(ChatRequest request) {
    ReadAhead reading =
        new ReadAhead(
            precision(request),
            true,
            pieceTokens,
            window ->
                Optional.of(window.prompt(request.messages(), request.sampling().maxTokens())));
    track(request.conversation()).add(reading);
    return reading.done();
  }

  @Override
  public void rest(String conversation) {
    Optional.ofNullable(tracks.get(conversation)).ifPresent(ConversationTrack::rest);
  }

  @Override
  public void forget(String conversation) {
    Optional.ofNullable(tracks.remove(conversation)).ifPresent(ConversationTrack::close);
  }

  @Override
  public void close() {
    List.copyOf(tracks.keySet()).forEach(this::forget);
    personas.close();
  }

  /** Reads the dialogue anew without its oldest turns, before the next turn needs the room. */
  private ReadAhead makingRoom(Reply reply) {
    List<ChatMessage> messages = new ArrayList<>(reply.request().messages());
    ChatMessage last = messages.getLast();
    boolean wentOn = last.role() == ChatMessage.Role.ASSISTANT;
    if (wentOn) {
      messages.removeLast();
    }
    messages.add(ChatMessage.assistant((wentOn ? last.text() : "") + reply.text()));
    int next = NEXT_TURN_TOKENS + reply.request().sampling().maxTokens();
    return new ReadAhead(
        precision(reply.request()), false, pieceTokens, window -> window.slide(messages, next));
  }

  /** Greedy replies equal the reference's; where chance has a part, speed counts for more. */
  private static Precision precision(ChatRequest request) {
    return request.sampling().temperature() == 0 ? Precision.EXACT : Precision.FAST;
  }

  private boolean endsReply(int token) {
    return token == template.end() || token == network.sizes().textEnd();
  }

  private ConversationTrack track(String conversation) {
    return tracks.computeIfAbsent(
        conversation,
        key ->
            new ConversationTrack(
                key,
                runtime.pool(),
                new ConversationMemory(
                    network.reader(), new ContextWindow(template, positions), personas)));
  }
}
