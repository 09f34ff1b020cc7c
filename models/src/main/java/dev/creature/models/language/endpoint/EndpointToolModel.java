package dev.creature.models.language.endpoint;

import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.models.runtime.ModelFailure;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A model behind an OpenAI-compatible endpoint that calls tools. Streams, or takes a whole answer
 * from a server that does not stream.
 *
 * <p>A refused connection, 429 and 503 are tried again, as is an answer that is malformed before it
 * says anything; an answer that goes on without end is cut, and one that takes longer than {@code
 * limit} fails. Threads: a virtual one an answer, named {@code planner-reply-N}.
 */
public final class EndpointToolModel implements ToolModel {
  private static final int MOST_TOKENS = 800;

  private final EndpointSettings settings;
  private final Duration limit;
  private final ExecutorService httpThreads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("planner-http-", 1).factory());
  private final ExecutorService replyThreads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("planner-reply-", 1).factory());
  private final HttpClient client;
  private final Set<EndpointAsking> open = ConcurrentHashMap.newKeySet();

  /**
   * Connects with the first question.
   *
   * @param limit for one answer, all attempts together
   */
  public EndpointToolModel(EndpointSettings settings, Duration limit) {
    this.settings = settings;
    this.limit = limit;
    boolean secure = "https".equalsIgnoreCase(settings.baseUrl().getScheme());
    client =
        HttpClient.newBuilder()
            .executor(httpThreads)
            .connectTimeout(settings.connect())
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
  public Asking ask(String task, List<ToolMessage> messages, List<ToolOffer> tools) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(settings.chatCompletions())
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream, application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    ToolBody.of(messages, tools, MOST_TOKENS, settings)));
    settings.apiKey().authorization().ifPresent(value -> http.header("Authorization", value));
    HttpRequest ready = http.build();
    EndpointAsking asking =
        new EndpointAsking(settings, limit, () -> new HttpCall(client, ready), tools);
    open.add(asking);
    CompletionStage<ToolAnswer> answer = asking.answer();
    var _ = answer.whenComplete((_, _) -> open.remove(asking));
    try {
      replyThreads.execute(asking::run);
    } catch (java.util.concurrent.RejectedExecutionException closed) {
      throw new ModelFailure("the endpoint " + settings.model() + " is closed", closed);
    }
    return asking;
  }

  /** Nothing to do: the server keeps no dialogue. */
  @Override
  public void forget(String task) {}

  @Override
  public void close() {
    open.forEach(Asking::cancel);
    replyThreads.shutdown();
    client.shutdownNow();
    httpThreads.shutdown();
  }
}
