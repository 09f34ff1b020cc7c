package dev.creature.actors.intent;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import java.util.List;

/**
 * What an utterance asks for, after all self-corrections.
 *
 * @param text as it was said
 * @param tasks what is to be done, in order; may be empty
 * @param stop whether the body shall halt at once; then nothing else is to be done
 * @param release whether the body may move again after a halt
 */
public record Reading(String text, List<ReadTask> tasks, boolean stop, boolean release) {
  public Reading {
    tasks = List.copyOf(tasks);
  }

  /** Nothing is asked for. */
  public static Reading nothing(String text) {
    return new Reading(text, List.of(), false, false);
  }

  /**
   * A deed.
   *
   * @param confidence that it was asked for, 0 to 1
   */
  public record ReadTask(PhysicalTask task, double confidence, Reversibility reversibility) {
    public ReadTask {
      if (!(confidence >= 0 && confidence <= 1)) {
        throw new IllegalArgumentException("a confidence is 0 to 1, not " + confidence);
      }
    }
  }
}
