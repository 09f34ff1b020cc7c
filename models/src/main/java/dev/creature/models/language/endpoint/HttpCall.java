package dev.creature.models.language.endpoint;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One HTTP request whose answer is read as it arrives, with a limit on each wait. One thread reads
 * ({@link #next}); any thread may {@link #abort}, which closes the connection.
 *
 * <p>Bounded: the next bytes are asked for only when the last were taken.
 */
final class HttpCall {
  /** What happened next. */
  sealed interface Signal {
    /** The status line and headers are here. */
    record Head(int status, HttpHeaders headers) implements Signal {}

    /** Some of the body. */
    record Bytes(List<ByteBuffer> buffers) implements Signal {}

    /** The body is complete. */
    record End() implements Signal {}

    /** The connection failed. */
    record Failed(Throwable cause) implements Signal {}

    /** Nothing happened in the time given. */
    record Silence() implements Signal {}

    /** {@link HttpCall#abort} was called. */
    record Aborted() implements Signal {}
  }

  private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final AtomicReference<Flow.Subscription> body = new AtomicReference<>();
  private final CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> response;
  private volatile boolean aborted;

  HttpCall(HttpClient client, HttpRequest request) {
    response = client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
    var _ =
        response.whenComplete((answer, failure) -> {
          if (failure != null) {
            signals.add(new Signal.Failed(unwrapped(failure)));
          } else {
            signals.add(new Signal.Head(answer.statusCode(), answer.headers()));
            answer.body().subscribe(new Body());
          }
        });
  }

  /** Waits for what happens next, at most so long. */
  Signal next(Duration limit) throws InterruptedException {
    if (aborted) {
      return new Signal.Aborted();
    }
    Signal signal = signals.poll(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
    if (aborted) {
      return new Signal.Aborted();
    }
    if (signal instanceof Signal.Bytes) {
      body.get().request(1);
    }
    return signal == null ? new Signal.Silence() : signal;
  }

  /** Closes the connection and wakes the reader. */
  void abort() {
    aborted = true;
    signals.add(new Signal.Aborted());
    response.cancel(true);
    Flow.Subscription subscription = body.get();
    if (subscription != null) {
      subscription.cancel();
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private final class Body implements Flow.Subscriber<List<ByteBuffer>> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      body.set(subscription);
      if (aborted) {
        subscription.cancel();
      } else {
        subscription.request(1);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      signals.add(new Signal.Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
      signals.add(new Signal.Failed(failure));
    }

    @Override
    public void onComplete() {
      signals.add(new Signal.End());
    }
  }
}
