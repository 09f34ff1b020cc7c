package dev.creature.facebridge.socket;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;

/**
 * The way out to a client that wants only what is newest: one place, overwritten. A client that
 * stalls misses what came between and slows nobody. Thread-safe, and no call blocks.
 *
 * @param <T> what is sent
 */
public final class LatestOnly<T> {
  private Optional<T> waiting = Optional.empty();
  private Optional<CompletableFuture<Optional<T>>> asked = Optional.empty();
  private boolean closed;

  /** What the socket sends; ends when this is closed. To be run once. */
  public Source<T, NotUsed> messages() {
    return Source.unfoldAsync(
        this,
        place -> place.next().thenApply(next -> next.map(message -> Pair.create(place, message))));
  }

  /** Replaces what waits. */
  public void offer(T message) {
    CompletableFuture<Optional<T>> taker;
    synchronized (this) {
      if (asked.isEmpty()) {
        waiting = closed ? waiting : Optional.of(message);
        return;
      }
      taker = asked.get();
      asked = Optional.empty();
    }
    taker.complete(Optional.of(message));
  }

  /** Sends what waits, and nothing more. */
  public void close() {
    Optional<CompletableFuture<Optional<T>>> taker;
    synchronized (this) {
      closed = true;
      taker = asked;
      asked = Optional.empty();
    }
    taker.ifPresent(future -> future.complete(Optional.empty()));
  }

  private synchronized CompletionStage<Optional<T>> next() {
    if (waiting.isPresent()) {
      Optional<T> first = waiting;
      waiting = Optional.empty();
      return CompletableFuture.completedFuture(first);
    }
    if (closed) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    CompletableFuture<Optional<T>> future = new CompletableFuture<>();
    asked = Optional.of(future);
    return future;
  }
}
