package dev.creature.models.runtime;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/**
 * A piece of inference that was taken from an {@link InferencePool} without threads: computed now,
 * its result known to whoever asked only when it is delivered. Belongs to one thread.
 */
public final class WaitingWork {
  private final Lane lane;
  private final Callable<?> work;
  private final CompletableFuture<Object> result;
  private final Runnable done;
  private Runnable outcome = () -> {};

  WaitingWork(Lane lane, Callable<?> work, CompletableFuture<Object> result, Runnable done) {
    this.lane = lane;
    this.work = work;
    this.result = result;
    this.done = done;
  }

  /** How near to sound it is. */
  public Lane lane() {
    return lane;
  }

  /**
   * Computes it.
   *
   * @return false when nobody wanted it any more: nothing was computed
   */
  public boolean compute() {
    if (result.isDone()) {
      return false;
    }
    try {
      Object value = work.call();
      outcome = () -> result.complete(value);
    } catch (Throwable failure) {
      // Whatever it was belongs to the one who asked.
      outcome = () -> result.completeExceptionally(failure);
    }
    return true;
  }

  /** Hands the result over. */
  public void deliver() {
    try {
      outcome.run();
    } finally {
      done.run();
    }
  }
}
