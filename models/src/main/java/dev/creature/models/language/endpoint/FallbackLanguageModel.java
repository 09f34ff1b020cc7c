package dev.creature.models.language.endpoint;

import dev.creature.models.language.ChatRequest;
import dev.creature.models.language.Generation;
import dev.creature.models.language.LanguageModel;
import dev.creature.models.language.Sampling;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Two models as one: the first where it works, the second where the first is down, slow to begin or
 * talks nonsense. Nobody waits for a dead endpoint twice: after some failures in a row the second
 * model answers at once, while the first is probed now and then beside a reply of the second, with
 * the same dialogue and one token, so that probing costs no turn any time.
 *
 * <p>A failure before the first word is never seen outside; a failure within a reply ends it with
 * {@link Generation.Ending#LENGTH}, as what has been said cannot be taken back. The ending is
 * exceptional only when the second model fails too.
 */
public final class FallbackLanguageModel implements LanguageModel {
  private final LanguageModel first;
  private final LanguageModel second;
  private final FallbackSettings settings;
  private final Consumer<FallbackEvent> events;
  private final Stopwatch stopwatch;
  private final CircuitBreaker breaker;

  /**
   * Joins two models, which are closed with this one.
   *
   * @param events told on whatever thread it happens; must return quickly
   */
  public FallbackLanguageModel(
      LanguageModel first,
      LanguageModel second,
      FallbackSettings settings,
      Consumer<FallbackEvent> events,
      Stopwatch stopwatch) {
    this.first = first;
    this.second = second;
    this.settings = settings;
    this.events = events;
    this.stopwatch = stopwatch;
    breaker =
        new CircuitBreaker(
            settings.failuresToOpen(),
            settings.pause(),
            settings.longestPause(),
            stopwatch::nanoTime);
  }

  @Override
  public String name() {
    return first.name() + ", else " + second.name();
  }

  @Override
  public Generation generate(ChatRequest request, Consumer<String> onText) {
    CircuitBreaker.Permission permission = breaker.ask();
    FallbackGeneration reply =
        new FallbackGeneration(
            text -> second.generate(request, text), onText, new Report(request.conversation()));
    if (permission == CircuitBreaker.Permission.PASS) {
      reply.begin(text -> first.generate(request, text), settings.firstTokenBudget(), stopwatch);
    } else {
      reply.beginSecond();
    }
    if (permission == CircuitBreaker.Permission.PROBE) {
      probe(request);
    }
    return reply;
  }

  /** Both read ahead, as either may have to answer. */
  @Override
  public CompletionStage<Void> prepare(ChatRequest request) {
    if (breaker.closed()) {
      // Whether the first can is seen when it answers.
      var _ = first.prepare(request).exceptionally(_ -> null);
    }
    return second.prepare(request);
  }

  @Override
  public void rest(String conversation) {
    first.rest(conversation);
    second.rest(conversation);
  }

  @Override
  public void forget(String conversation) {
    first.forget(conversation);
    second.forget(conversation);
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }

  /** Asks the first model for one token; if it comes in time, the first is used again. */
  private void probe(ChatRequest request) {
    Sampling usual = request.sampling();
    ChatRequest oneToken =
        new ChatRequest(
            request.conversation(),
            request.messages(),
            new Sampling(
                usual.temperature(),
                usual.topP(),
                usual.topK(),
                usual.repetitionPenalty(),
                1,
                usual.seed()));
    FallbackGeneration probe =
        new FallbackGeneration(_ -> new Silent(), _ -> {}, new ProbeOutcome());
    probe.begin(text -> first.generate(oneToken, text), settings.firstTokenBudget(), stopwatch);
  }

  private void worked() {
    if (breaker.succeeded()) {
      events.accept(new FallbackEvent.Recovered());
    }
  }

  /** Hears how the first model does in a reply. */
  private final class Report implements FallbackGeneration.Observer {
    private final String conversation;

    Report(String conversation) {
      this.conversation = conversation;
    }

    // Not yet when it begins: one that always breaks off has to open the breaker too.
    @Override
    public void firstFinished() {
      worked();
    }

    @Override
    public void firstFailed(String reason, boolean begun) {
      events.accept(
          begun
              ? new FallbackEvent.BrokeOff(conversation, reason)
              : new FallbackEvent.FellBack(conversation, reason));
      if (breaker.failed()) {
        events.accept(new FallbackEvent.Suspended());
      }
    }
  }

  /** Hears how a probe does. */
  private final class ProbeOutcome implements FallbackGeneration.Observer {
    @Override
    public void firstFinished() {
      worked();
    }

    @Override
    public void firstFailed(String reason, boolean begun) {
      var _ = breaker.failed();
    }
  }

  /** What stands behind a probe: nobody. */
  private static final class Silent implements Generation {
    @Override
    public CompletionStage<Ending> ended() {
      return CompletableFuture.completedStage(Ending.COMPLETE);
    }

    @Override
    public void cancel() {}
  }
}
