package dev.creature.deploy.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Cores that do nothing but take time: a node with as many of them is as fast as one that really
 * computes, and several such nodes fit on one small machine.
 */
final class SimulatedCores implements AutoCloseable {
  private final ExecutorService cores;
  private final Duration work;

  /**
   * Makes them.
   *
   * @param count at least 1
   * @param work how long one core is busy with one turn
   */
  SimulatedCores(int count, Duration work) {
    this.cores =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().daemon().name("simulated-core-", 1).factory());
    this.work = work;
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
