package dev.creature.deploy.telemetry;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.models.runtime.InferencePool;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * All that a node shows of itself, fed with copies of what happens. Thread-safe; the calls of one
 * conversation come in order.
 */
public final class Telemetry implements NodeWatch, AutoCloseable {
  private final ScrapedRegistry registry = new ScrapedRegistry();
  private final ConversationMeters conversations = new ConversationMeters(registry.meters());
  private final NodeMeters node = new NodeMeters(registry.meters());
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private final Optional<OpenTelemetrySdk> sdk;
  private final Tracer tracer;
  private final LoggedEvents log;
  private final byte[] scrapeToken;

  /** What is known of a conversation that goes on; guarded by itself. */
  private static final class Seen {
    private final TurnTimeline timeline = new TurnTimeline();
    private final Set<Integer> waiting = new HashSet<>();
    private final TurnTraces traces;

    private Seen(TurnTraces traces) {
      this.traces = traces;
    }
  }

  /**
   * Begins.
   *
   * @param environment with OpenTelemetry's own variables, and {@code CREATURE_LOG_WORDS}
   */
  public Telemetry(TelemetrySettings settings, Map<String, String> environment) {
    this.sdk = Tracing.open(settings, environment);
    this.tracer = Tracing.of(sdk).getTracer("dev.creature");
    this.log = new LoggedEvents(environment.getOrDefault("CREATURE_LOG_WORDS", "").equals("yes"));
    this.scrapeToken = settings.scrapeToken().value().getBytes(StandardCharsets.UTF_8);
    node.gauge(
        "creature.journal.turns.waiting",
        "Turns of open conversations that are not stored yet",
        () -> seen.values().stream().mapToInt(Telemetry::waiting).sum());
  }

  /** An event of a conversation. */
  public void observe(ConversationId conversation, ConversationEvent event) {
    log.observe(conversation, event);
    conversations.observe(event);
    Seen state = of(conversation);
    synchronized (state) {
      Optional<TurnTimes> times = state.timeline.observe(event);
      times.ifPresent(conversations::turn);
      state.traces.observe(event, times);
      if (event instanceof ConversationEvent.UserFinal whole) {
        state.waiting.add(whole.turn());
      }
    }
  }

  /** How many more conversations are welcome, as it was told last. */
  public int freeSlots() {
    return node.freeSlots();
  }

  @Override
  public void seats(int taken, int free) {
    node.seats(taken, free);
  }

  @Override
  public void replyLeft(ConversationId conversation, int turn, long atMillis) {
    Seen state = seen.get(conversation.value());
    if (state != null) {
      synchronized (state) {
        state.timeline.replyLeft(turn, atMillis);
      }
    }
  }

  @Override
  public void frameLate(ConversationId conversation, int turn, long lateMillis) {
    conversations.late(lateMillis);
    new LateFrame(conversation.value(), turn, lateMillis).commit();
  }

  @Override
  public void kept(ConversationId conversation, int turn) {
    Seen state = seen.get(conversation.value());
    if (state != null) {
      synchronized (state) {
        state.waiting.removeIf(known -> known <= turn);
      }
    }
  }

  @Override
  public void conversationEnded(ConversationId conversation) {
    Seen state = seen.remove(conversation.value());
    if (state != null) {
      synchronized (state) {
        state.traces.end();
      }
    }
  }

  /** A figure that is read each time somebody looks. */
  public void gauge(String name, String description, IntSupplier value, String... tags) {
    node.gauge(name, description, value, tags);
  }

  /** From now on inference is measured. */
  public void watch(InferencePool pool) {
    node.watch(pool);
  }

  /** For further meters. */
  public MeterRegistry meters() {
    return registry.meters();
  }

  /** All figures, in the text form of Prometheus. */
  public String text() {
    return registry.text();
  }

  /** Whether a token may read the figures. */
  public boolean scrapes(String token) {
    return scrapeToken.length > 0
        && MessageDigest.isEqual(scrapeToken, token.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends what is left of the traces. */
  @Override
  public void close() {
    sdk.ifPresent(OpenTelemetrySdk::close);
    node.close();
    registry.close();
  }

  private Seen of(ConversationId conversation) {
    return seen.computeIfAbsent(
        conversation.value(), id -> new Seen(new TurnTraces(tracer, id, InstantSource.system())));
  }

  private static int waiting(Seen state) {
    synchronized (state) {
      return state.waiting.size();
    }
  }
}
