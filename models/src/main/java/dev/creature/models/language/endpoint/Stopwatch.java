package dev.creature.models.language.endpoint;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Time that runs on: the seam by which tests drive it. */
public interface Stopwatch {
  /** Nanoseconds since some fixed moment. */
  long nanoTime();

  /**
   * Runs an action later, once, on a thread of its own.
   *
   * @return calls it off; harmless afterwards
   */
  Runnable after(Duration delay, Runnable action);

  /** The machine's. */
  static Stopwatch system() {
    return new Stopwatch() {
      @Override
      public long nanoTime() {
        return System.nanoTime();
      }

      @Override
      public Runnable after(Duration delay, Runnable action) {
        CompletableFuture<Void> alarm =
            CompletableFuture.runAsync(
                action,
                CompletableFuture.delayedExecutor(
                    delay.toNanos(),
                    TimeUnit.NANOSECONDS,
                    task -> Thread.ofVirtual().name("endpoint-alarm").start(task)));
        return () -> alarm.cancel(false);
      }
    };
  }
}
