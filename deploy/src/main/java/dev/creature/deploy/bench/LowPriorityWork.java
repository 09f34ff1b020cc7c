package dev.creature.deploy.bench;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the machine busy with what may wait: the background lane of the inference pool is never
 * empty, as when somebody reasons, and a process of the lowest priority spins for every core.
 */
final class LowPriorityWork implements AutoCloseable {
  private final AtomicBoolean busy = new AtomicBoolean(true);
  private final List<Process> processes = new ArrayList<>();
  private final InferencePool pool;
  private final Callable<?> piece;

  private LowPriorityWork(InferencePool pool, Callable<?> piece) {
    this.pool = pool;
    this.piece = piece;
  }

  /**
   * Starts.
   *
   * @param piece of inference, some ten milliseconds long
   */
  static LowPriorityWork start(InferencePool pool, Callable<?> piece) {
    LowPriorityWork work = new LowPriorityWork(pool, piece);
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      work.goOn();
      try {
        work.processes.add(
            new ProcessBuilder("nice", "-n", "19", "sh", "-c", "while :; do :; done").start());
      } catch (IOException e) {
        // Where there is no such program the background lane alone keeps the cores busy.
        break;
      }
    }
    return work;
  }

  private void goOn() {
    if (!busy.get()) {
      return;
    }
    try {
      var _ = pool.submit(Lane.BACKGROUND, "busy", piece).whenComplete((_, _) -> goOn());
    } catch (RejectedExecutionException closed) {
      busy.set(false);
    }
  }

  @Override
  public void close() {
    busy.set(false);
    processes.forEach(Process::destroy);
  }
}
