package dev.creature.models.runtime;

/**
 * How much of the machine inference may take.
 *
 * @param inferenceThreads platform threads that run models side by side, at least 1
 * @param intraOpThreads threads that one run of a model may spread over, at least 1
 */
public record RuntimeSettings(int inferenceThreads, int intraOpThreads) {
  public RuntimeSettings {
    if (inferenceThreads < 1 || intraOpThreads < 1) {
      throw new IllegalArgumentException("thread counts must be at least 1");
    }
  }

  /** Two of each on two cores, and no more than four on any machine: the models are small. */
  public static RuntimeSettings forThisMachine() {
    int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    return new RuntimeSettings(threads, threads);
  }
}
