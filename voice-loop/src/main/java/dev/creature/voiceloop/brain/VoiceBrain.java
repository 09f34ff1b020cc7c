package dev.creature.voiceloop.brain;

import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Thinks of what to say: builds the prompt, has the model write, and lets through only what a small
 * creature would say aloud, in one or two short sentences.
 *
 * <p>Shared by all conversations; no call blocks. Text arrives on threads of the model or on
 * virtual threads named {@code brain-N}, in whole clauses. The model is not owned: who made it
 * closes it.
 */
public final class VoiceBrain implements AutoCloseable {
  private final LanguageModel model;
  private final Persona persona;
  private final BrainSettings settings;
  private final Clock clock;
  private final ExampleBook book;
  private final AtomicReference<BiFunction<String, String, Optional<String>>> deedWords =
      new AtomicReference<>((_, _) -> Optional.empty());
  private final ConcurrentHashMap<String, Persona> selves = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, List<ExampleBook.Found>> shown =
      new ConcurrentHashMap<>();
  private final ExecutorService threads;

  /**
   * Makes a brain.
   *
   * @param clock tells the user's time of day
   */
  public VoiceBrain(LanguageModel model, Persona persona, BrainSettings settings, Clock clock) {
    this(
        model,
        persona,
        settings,
        clock,
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("brain-", 1).factory()));
  }

  /**
   * Makes a brain that hands its own lines over elsewhere.
   *
   * @param clock tells the user's time of day
   * @param threads in place of virtual threads; shut down by {@link #close}
   */
  public VoiceBrain(
      LanguageModel model,
      Persona persona,
      BrainSettings settings,
      Clock clock,
      ExecutorService threads) {
    this.threads = threads;
    this.model = model;
    this.persona = persona;
    this.book = new ExampleBook(persona.examples());
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Starts a reply.
   *
   * @param conversation whose dialogue it is
   * @param history all of the dialogue so far, oldest first, as heard; how much of it is used is
   *     decided here. Give it from its beginning: a list that loses its head with each turn makes
   *     the model read all of it again
   * @param userText what the user said; may be empty or noise
   * @param seed equal seeds give equal replies of the embedded model
   * @param onText receives clauses in order, with the spaces between them; must return quickly
   * @return the reply: ends {@code COMPLETE} once all was handed over, {@code CANCELLED}, or
   *     exceptionally with {@link dev.creature.models.runtime.ModelFailure} when the model failed
   *     before a word was said
   */
  public Generation reply(
      String conversation,
      List<Turn> history,
      String userText,
      long seed,
      Consumer<String> onText) {
    Persona self = self(conversation);
    if (Understanding.none(userText)) {
      return ready(OwnLines.any(self.unclear(), history, seed), onText);
    }
    Optional<String> deed = deedWords.get().apply(conversation, userText);
    if (deed.isPresent()) {
      return ready(deed.get(), onText);
    }
    List<ExampleBook.Found> like = like(userText);
    if (settings.ownLines()) {
      Optional<String> line = OwnLines.answer(like, history, seed);
      if (line.isPresent()) {
        return ready(line.get(), onText);
      }
    }
    List<ChatMessage> messages = prompt(self, history, userText, likeBefore(conversation, like));
    ReplyJudge.Material material = new ReplyJudge.Material(self, like, history, userText);
    BrainReply reply =
        new BrainReply(
            model,
            attempt -> new ChatRequest(conversation, messages, settings.sampling(seed, attempt)),
            _ -> new ReplyShaper(settings, new ReplyJudge(material), persona.name(), onText),
            settings.attempts(),
            OwnLines.any(self.lost(), history, seed),
            onText,
            threads);
    reply.start();
    return reply;
  }

  /**
   * From now on, words that ask for a deed are answered by those who have it done, not by the
   * model.
   *
   * @param words the reply to what the user said in a conversation; empty when it asks for no deed.
   *     A quick function without effects
   */
  public void answerDeedsWith(BiFunction<String, String, Optional<String>> words) {
    deedWords.set(words);
  }

  /** Reads the dialogue ahead, so that the reply to whatever the user says starts sooner. */
  public CompletionStage<Void> prepare(String conversation, List<Turn> history) {
    List<ChatMessage> messages =
        Prompt.before(self(conversation), history, settings.historyTokens());
    return model.prepare(new ChatRequest(conversation, messages, settings.sampling(0, 0)));
  }

  /**
   * As above, with the words that the user has said so far: in a pause, before it is known whether
   * the turn has ended. The reply to these very words then starts at once.
   */
  public CompletionStage<Void> prepare(
      String conversation, List<Turn> history, String userTextSoFar) {
    List<ExampleBook.Found> like = likeBefore(conversation, like(userTextSoFar));
    shown.put(conversation, like);
    List<ChatMessage> messages = prompt(self(conversation), history, userTextSoFar, like);
    return model.prepare(new ChatRequest(conversation, messages, settings.sampling(0, 0)));
  }

  /** Frees what is kept for a conversation that is over. */
  public void forget(String conversation) {
    selves.remove(conversation);
    shown.remove(conversation);
    model.forget(conversation);
  }

  /** What writes; closed by whoever closes this. */
  public LanguageModel model() {
    return model;
  }

  /** Lets the replies in progress end; the model stays open. */
  @Override
  public void close() {
    threads.shutdown();
  }

  private List<ExampleBook.Found> like(String userText) {
    Facts facts = facts();
    return book.like(userText, settings.shownExamples()).stream()
        .map(found -> found.filledIn(facts))
        .toList();
  }

  /**
   * The examples that the model has read ahead, as long as the best of these is among them: reading
   * others would cost more than they bring.
   */
  private List<ExampleBook.Found> likeBefore(String conversation, List<ExampleBook.Found> like) {
    List<ExampleBook.Found> before = shown.getOrDefault(conversation, List.of());
    boolean bestIsThere =
        !like.isEmpty()
            && before.stream()
                .anyMatch(found -> found.question().equals(like.getLast().question()));
    return bestIsThere ? before : like;
  }

  private List<ChatMessage> prompt(
      Persona self, List<Turn> history, String userText, List<ExampleBook.Found> like) {
    List<ChatMessage> messages =
        new ArrayList<>(Prompt.before(self, history, settings.historyTokens()));
    for (ExampleBook.Found found : like) {
      messages.add(ChatMessage.user(found.question()));
      messages.add(ChatMessage.assistant(found.example().answers().getFirst()));
    }
    messages.add(ChatMessage.user(Prompt.lastWords(userText)));
    return messages;
  }

  /**
   * The persona with the facts of the conversation's beginning: the prompt starts with them and
   * would have to be read anew.
   */
  private Persona self(String conversation) {
    return selves.computeIfAbsent(conversation, _ -> persona.filledIn(facts()));
  }

  private Facts facts() {
    return new Facts(persona.name(), ZonedDateTime.now(clock));
  }

  private Generation ready(String line, Consumer<String> onText) {
    SpokenLine spoken = new SpokenLine(line, onText);
    threads.execute(spoken::run);
    return spoken;
  }
}
