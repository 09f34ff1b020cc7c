package dev.creature.deploy.load;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Cores that do nothing but take time: a node with as many of them is as fast as one that really
 * computes, and several such nodes fit on one small machine.
 */
final class SimulatedCores implements AutoCloseable {
  private final ThreadPoolExecutor cores;
  private final Duration work;

  /**
   * Makes them.
   *
   * @param count at least 1
   * @param work how long one core is busy with one turn
   */
  SimulatedCores(int count, Duration work) {
    this.cores =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("simulated-core-", 1).factory());
    this.work = work;
  }

  /** Which share of them works just now. */
  double load01() {
    return (double) cores.getActiveCount() / cores.getCorePoolSize();
  }

  /** Has one core work, as soon as one is free, and then calls back on its thread. */
  void work(Runnable done) {
    if (work.isZero()) {
      done.run();
      return;
    }
    cores.execute(() -> {
      try {
        Thread.sleep(work);
        done.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  @Override
  public void close() {
    cores.shutdownNow();
  }
}
