package dev.creature.models.language.endpoint;

import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A model behind an OpenAI-compatible HTTP endpoint: llama.cpp, Ollama, vLLM or a cloud service.
 *
 * <p>Asks for a stream and passes on each piece as it arrives. While nothing has been said yet, a
 * refused connection, 429 and 503 are tried again with growing waits; a reply that has begun is
 * never asked for twice. Failures come as {@link dev.creature.models.runtime.ModelFailure} of
 * {@link Generation#ended}, in words that never hold the key. Cancelling closes the connection, by
 * which servers notice that they can stop.
 *
 * <p>Threads: a virtual thread a reply, named {@code endpoint-reply-N}, on which text is handed
 * over; the HTTP client works on {@code endpoint-http-N}. Nothing is queued: an endpoint that sends
 * faster than text is taken is slowed down by flow control.
 */
public final class EndpointLanguageModel implements LanguageModel {
  private final EndpointSettings settings;
  private final ExecutorService httpThreads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("endpoint-http-", 1).factory());
  private final ExecutorService replyThreads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("endpoint-reply-", 1).factory());
  private final HttpClient client;
  private final Set<EndpointGeneration> open = ConcurrentHashMap.newKeySet();

  /** Connects with the first reply, not before. */
  public EndpointLanguageModel(EndpointSettings settings) {
    this.settings = settings;
    boolean secure = "https".equalsIgnoreCase(settings.baseUrl().getScheme());
    client =
        HttpClient.newBuilder()
            .executor(httpThreads)
            .connectTimeout(settings.connect())
            // Over plain HTTP the client would ask to upgrade to HTTP/2, which trips some servers.
            .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            // A redirect could carry the key somewhere else.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public String name() {
    return settings.model();
  }

  @Override
  public Generation generate(ChatRequest request, Consumer<String> onText) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(settings.chatCompletions())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(ChatBody.of(request, settings)));
    settings.apiKey().authorization().ifPresent(value -> http.header("Authorization", value));
    HttpRequest ready = http.build();
    EndpointGeneration generation =
        new EndpointGeneration(settings, () -> new HttpCall(client, ready), onText);
    open.add(generation);
    var _ = generation.ended().whenComplete((_, _) -> open.remove(generation));
    replyThreads.execute(generation::run);
    return generation;
  }

  /** Nothing to do: a server reads ahead only by writing a reply. */
  @Override
  public CompletionStage<Void> prepare(ChatRequest request) {
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void rest(String conversation) {}

  /** Nothing to do: the server keeps no conversation. */
  @Override
  public void forget(String conversation) {}

  @Override
  public void close() {
    open.forEach(Generation::cancel);
    replyThreads.shutdown();
    client.shutdownNow();
    httpThreads.shutdown();
  }
}
