package dev.creature.models.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets models come to rest before the process ends, however it ends: leaving {@code main}, {@code
 * System.exit} or a signal. The C library destroys what is left of ONNX Runtime at the exit, and a
 * model that still ran would read what is gone.
 */
public final class ProcessEnd {
  /** Longer than any one run of a model takes on a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Set<InferencePool> RUNNING = ConcurrentHashMap.newKeySet();

  private static final AtomicBoolean HOOKED = new AtomicBoolean();

  private ProcessEnd() {}

  /**
   * Takes no more work in any pool of this process, and waits, not for ever, until nothing runs. A
   * shutdown hook does it anyway; one that halts the process itself must ask for it before.
   */
  public static void rest() {
    // Called twice, the second call only waits.
    RUNNING.forEach(pool -> pool.close(PATIENCE));
  }

  static void stopBeforeIt(InferencePool pool) {
    RUNNING.add(pool);
    if (HOOKED.compareAndSet(false, true)) {
      Runtime.getRuntime().addShutdownHook(new Thread(ProcessEnd::rest, "inference-rest"));
    }
  }

  static void forget(InferencePool pool) {
    RUNNING.remove(pool);
  }
}
