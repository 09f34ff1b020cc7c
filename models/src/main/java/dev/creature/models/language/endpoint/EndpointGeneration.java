package dev.creature.models.language.endpoint;

import dev.creature.models.language.Generation;
import dev.creature.models.language.endpoint.HttpCall.Signal;
import dev.creature.models.runtime.ModelFailure;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One reply of an endpoint: asks, asks again while it is busy, and reads the stream. */
final class EndpointGeneration implements Generation {
  private static final int LONGEST_ERROR_BYTES = 8192;

  /** What one attempt came to. */
  private sealed interface Outcome {
    record Ended(Ending ending) implements Outcome {}

    /** Nothing was said, and asking again may help. */
    record Busy(String reason, Duration atLeast) implements Outcome {}
  }

  private final EndpointSettings settings;
  private final Supplier<HttpCall> calls;
  private final Consumer<String> onText;
  private final CompletableFuture<Ending> ended = new CompletableFuture<>();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  // Held while text is handed over, so that none arrives after cancel() has returned.
  private final ReentrantLock handOver = new ReentrantLock();
  private final long startNanos = System.nanoTime();
  private Optional<HttpCall> call = Optional.empty();
  private boolean stopped;
  private boolean spoken;
  private long lastTextNanos;

  EndpointGeneration(EndpointSettings settings, Supplier<HttpCall> calls, Consumer<String> onText) {
    this.settings = settings;
    this.calls = calls;
    this.onText = onText;
  }

  @Override
  public CompletionStage<Ending> ended() {
    return ended;
  }

  @Override
  public void cancel() {
    Optional<HttpCall> open;
    handOver.lock();
    try {
      stopped = true;
      open = call;
    } finally {
      handOver.unlock();
    }
    open.ifPresent(HttpCall::abort);
    cancelled.countDown();
    ended.complete(Ending.CANCELLED);
  }

  /** Runs the reply to its end; on a thread that may wait. */
  void run() {
    try {
      ended.complete(converse());
    } catch (ModelFailure failure) {
      ended.completeExceptionally(failure);
    } catch (InterruptedException e) {
      ended.complete(Ending.CANCELLED);
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error unforeseen) {
      // Such as an exception of the one who receives the text.
      ended.completeExceptionally(unforeseen);
    } finally {
      call.ifPresent(HttpCall::abort);
    }
  }

  private Ending converse() throws InterruptedException {
    Duration backOff = settings.backOff();
    for (int attempt = 1; ; attempt++) {
      switch (attempt()) {
        case Outcome.Ended(Ending ending) -> {
          return ending;
        }
        case Outcome.Busy(String reason, Duration asked) -> {
          Duration wait = asked.compareTo(backOff) > 0 ? asked : backOff;
          if (attempt >= settings.attempts() || wait.compareTo(untilFirstToken()) >= 0) {
            throw failure(reason + (attempt > 1 ? " (" + attempt + " attempts)" : ""));
          }
          if (cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
            return Ending.CANCELLED;
          }
          backOff = backOff.multipliedBy(2);
        }
      }
    }
  }

  private Outcome attempt() throws InterruptedException {
    HttpCall current;
    handOver.lock();
    try {
      if (stopped) {
        return new Outcome.Ended(Ending.CANCELLED);
      }
      current = calls.get();
      call = Optional.of(current);
    } finally {
      handOver.unlock();
    }
    return switch (current.next(untilFirstToken())) {
      case Signal.Head(int status, HttpHeaders headers) -> answered(current, status, headers);
      case Signal.Failed(Throwable cause) ->
          new Outcome.Busy("cannot be reached: " + reason(cause), Duration.ZERO);
      case Signal.Silence() -> throw tooSlow();
      case Signal.Aborted() -> new Outcome.Ended(Ending.CANCELLED);
      case Signal.Bytes _, Signal.End _ -> throw new IllegalStateException("a body before a head");
    };
  }

  private Outcome answered(HttpCall current, int status, HttpHeaders headers)
      throws InterruptedException {
    if (status == 200) {
      String type = headers.firstValue("Content-Type").orElse("text/event-stream");
      if (!type.toLowerCase(Locale.ROOT).startsWith("text/event-stream")) {
        throw failure("answers " + ChatChunk.shortened(type) + " instead of an event stream");
      }
      return new Outcome.Ended(read(current));
    }
    String reason = "answers " + status + ": " + ChatChunk.errorMessage(errorBody(current));
    current.abort();
    if (status == 429 || status == 503) {
      return new Outcome.Busy(reason, retryAfter(headers));
    }
    throw failure(reason);
  }

  private Ending read(HttpCall current) throws InterruptedException {
    ServerSentEvents events = new ServerSentEvents();
    Optional<Ending> ending = Optional.empty();
    try {
      while (true) {
        switch (current.next(untilNextText())) {
          case Signal.Bytes(var buffers) -> {
            for (ByteBuffer buffer : buffers) {
              for (String event : events.read(buffer)) {
                ChatChunk chunk = ChatChunk.parse(event);
                say(chunk.text());
                ending = ending.or(chunk::ending);
                if (chunk.last()) {
                  return ending.orElse(Ending.COMPLETE);
                }
              }
            }
          }
          case Signal.End() -> {
            Optional<String> rest = events.end();
            if (rest.isPresent()) {
              ChatChunk chunk = ChatChunk.parse(rest.get());
              say(chunk.text());
              ending = ending.or(chunk::ending);
              ending = chunk.last() ? ending.or(() -> Optional.of(Ending.COMPLETE)) : ending;
            }
            return ending.orElseThrow(() -> failure("ended the stream before the reply's end"));
          }
          case Signal.Failed(Throwable cause) -> {
            // A reply that has said why it ended is whole, even if the connection ends rudely.
            return ending.orElseThrow(() -> failure("broke off: " + reason(cause)));
          }
          case Signal.Silence() -> {
            return ending.orElseThrow(this::tooSlow);
          }
          case Signal.Aborted() -> {
            return Ending.CANCELLED;
          }
          case Signal.Head _ -> throw new IllegalStateException("a second head");
        }
      }
    } catch (MalformedAnswer malformed) {
      throw failure("answers " + malformed.getMessage());
    }
  }

  private void say(String text) {
    if (text.isEmpty()) {
      return;
    }
    handOver.lock();
    try {
      if (!stopped) {
        spoken = true;
        lastTextNanos = System.nanoTime();
        onText.accept(text);
      }
    } finally {
      handOver.unlock();
    }
  }

  private String errorBody(HttpCall current) throws InterruptedException {
    StringBuilder body = new StringBuilder();
    while (body.length() < LONGEST_ERROR_BYTES
        && current.next(untilFirstToken()) instanceof Signal.Bytes(var buffers)) {
      buffers.forEach(buffer -> body.append(StandardCharsets.UTF_8.decode(buffer)));
    }
    return body.toString();
  }

  private static Duration retryAfter(HttpHeaders headers) {
    // Also allowed is a date; that far off, no reply can wait for it.
    return headers
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,5}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(Duration.ZERO);
  }

  private Duration untilFirstToken() {
    return settings.firstToken().minusNanos(System.nanoTime() - startNanos);
  }

  // From text to text: a server that only sends pings is silent.
  private Duration untilNextText() {
    return spoken
        ? settings.betweenTokens().minusNanos(System.nanoTime() - lastTextNanos)
        : untilFirstToken();
  }

  private ModelFailure tooSlow() {
    return spoken
        ? failure("was silent for " + settings.betweenTokens().toMillis() + " ms within a reply")
        : failure("has not begun to answer within " + settings.firstToken().toMillis() + " ms");
  }

  private ModelFailure failure(String what) {
    return new ModelFailure(
        settings.apiKey().redact("the endpoint " + settings.baseUrl() + " " + what));
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    String kind = cause.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + ChatChunk.shortened(message);
  }
}
