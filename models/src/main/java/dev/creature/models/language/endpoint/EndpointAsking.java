package dev.creature.models.language.endpoint;

import dev.creature.models.language.endpoint.HttpCall.Signal;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.models.runtime.ModelFailure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One answer with calls: asks, asks again while it may help, and reads what comes. */
final class EndpointAsking implements ToolModel.Asking {
  private static final int LONGEST_WHOLE_BYTES = 1 << 20;
  private static final int LONGEST_ERROR_BYTES = 8192;

  /** What one attempt came to. */
  private sealed interface Outcome {
    record Answered(ToolAnswer answer) implements Outcome {}

    /** Nothing was answered, and asking again may help. */
    record Again(String reason) implements Outcome {}
  }

  private final EndpointSettings settings;
  private final long endNanos;
  private final Supplier<HttpCall> calls;
  private final List<ToolOffer> tools;
  private final CompletableFuture<ToolAnswer> answer = new CompletableFuture<>();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private volatile Optional<HttpCall> call = Optional.empty();

  EndpointAsking(
      EndpointSettings settings, Duration limit, Supplier<HttpCall> calls, List<ToolOffer> tools) {
    this.settings = settings;
    this.endNanos = System.nanoTime() + limit.toNanos();
    this.calls = calls;
    this.tools = List.copyOf(tools);
  }

  @Override
  public CompletionStage<ToolAnswer> answer() {
    return answer;
  }

  @Override
  public void cancel() {
    cancelled.countDown();
    answer.completeExceptionally(new CancellationException("it was taken back"));
    call.ifPresent(HttpCall::abort);
  }

  /** Runs to the end; on a thread that may wait. */
  void run() {
    try {
      answer.complete(converse());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.completeExceptionally(e);
    } catch (RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    } finally {
      call.ifPresent(HttpCall::abort);
    }
  }

  private ToolAnswer converse() throws InterruptedException {
    Duration backOff = settings.backOff();
    for (int attempt = 1; ; attempt++) {
      switch (attempt()) {
        case Outcome.Answered(ToolAnswer whole) -> {
          return whole;
        }
        case Outcome.Again(String reason) -> {
          if (attempt >= settings.attempts() || left().compareTo(backOff) <= 0) {
            throw failure(reason + (attempt > 1 ? " (" + attempt + " attempts)" : ""));
          }
          if (cancelled.await(backOff.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new CancellationException("it was taken back");
          }
          backOff = backOff.multipliedBy(2);
        }
      }
    }
  }

  private Outcome attempt() throws InterruptedException {
    HttpCall current = calls.get();
    call = Optional.of(current);
    if (cancelled.getCount() == 0) {
      throw new CancellationException("it was taken back");
    }
    ToolStream stream = new ToolStream();
    try {
      return switch (current.next(least(settings.firstToken()))) {
        case Signal.Head head -> {
          int status = head.status();
          if (status == 429 || status == 503) {
            yield new Outcome.Again("it is busy (HTTP " + status + ")");
          }
          boolean streams =
              head.headers().firstValue("Content-Type").orElse("").contains("event-stream");
          String whole = read(current, stream, streams && status == 200, status == 200);
          if (status != 200) {
            throw failure("it answers HTTP " + status + ": " + ChatChunk.shortened(whole));
          }
          yield stream.isEmpty()
              ? new Outcome.Again("it answers nothing")
              : new Outcome.Answered(stream.answer(tools));
        }
        case Signal.Failed(Throwable cause) ->
            new Outcome.Again("it cannot be reached: " + cause.getClass().getSimpleName());
        case Signal.Silence _ -> throw failure("it has not begun to answer in time");
        case Signal.Aborted _ -> throw new CancellationException("it was taken back");
        case Signal.Bytes _, Signal.End _ -> new Outcome.Again("it answers no HTTP");
      };
    } catch (MalformedAnswer malformed) {
      return new Outcome.Again(String.valueOf(malformed.getMessage()));
    } finally {
      current.abort();
    }
  }

  /** Reads a stream or a whole into the answer; gives the text of what is no answer. */
  private String read(HttpCall current, ToolStream stream, boolean streams, boolean counts)
      throws InterruptedException, MalformedAnswer {
    ServerSentEvents events = new ServerSentEvents();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Duration wait = settings.firstToken();
    while (!stream.babbles()) {
      switch (current.next(least(wait))) {
        case Signal.Bytes(List<ByteBuffer> buffers) -> {
          for (ByteBuffer bytes : buffers) {
            if (streams) {
              for (String event : events.read(bytes)) {
                if (stream.add(event)) {
                  return "";
                }
              }
            } else if (whole.size() < (counts ? LONGEST_WHOLE_BYTES : LONGEST_ERROR_BYTES)) {
              byte[] copy = new byte[bytes.remaining()];
              bytes.get(copy);
              whole.writeBytes(copy);
            } else if (counts) {
              throw new MalformedAnswer("an answer without end");
            } else {
              return whole.toString(StandardCharsets.UTF_8);
            }
          }
          wait = stream.isEmpty() ? settings.firstToken() : settings.betweenTokens();
        }
        case Signal.End _ -> {
          return counts
              ? end(stream, streams, events, whole)
              : whole.toString(StandardCharsets.UTF_8);
        }
        case Signal.Failed _ -> throw new MalformedAnswer("it broke off");
        case Signal.Silence _ -> throw failure("it fell silent");
        case Signal.Aborted _ -> throw new CancellationException("it was taken back");
        case Signal.Head _ -> {
          // There is one only.
        }
      }
    }
    return "";
  }

  private static String end(
      ToolStream stream, boolean streams, ServerSentEvents events, ByteArrayOutputStream whole)
      throws MalformedAnswer {
    if (streams) {
      Optional<String> last = events.end();
      if (last.isPresent()) {
        stream.add(last.get());
      }
      return "";
    }
    String text = whole.toString(StandardCharsets.UTF_8);
    stream.add(text);
    return text;
  }

  private Duration left() {
    return Duration.ofNanos(endNanos - System.nanoTime());
  }

  private Duration least(Duration wait) {
    Duration left = left();
    return left.compareTo(wait) < 0 ? left : wait;
  }

  private ModelFailure failure(String why) {
    return new ModelFailure(
        settings.apiKey().redact("the endpoint " + settings.model() + ": " + why));
  }
}
