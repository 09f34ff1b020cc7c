package dev.creature.tools.physical;

import dev.creature.actors.task.Reversibility;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Something that the creature can do for a user: one class a tool. Thread-safe. */
public interface Tool {
  /** Its name, as a model writes it. */
  String name();

  /** What it is for, in a sentence or two, for whoever chooses a tool. */
  String description();

  /** What goes in. */
  ToolSchema input();

  /** What comes out. */
  ToolSchema output();

  /**
   * What it costs to have called it so by mistake.
   *
   * @param json fits {@link #input()}
   */
  Reversibility reversibility(String json);

  /** After this time it is cancelled. */
  Duration timeLimit();

  /**
   * Begins; never blocks.
   *
   * @param callId the same id again does not do it again
   * @param json must fit {@link #input()}
   * @param progress told how much is done (0 to 1) and what it does now, on any thread
   * @throws BadToolInput when the input does not fit
   */
  Call call(String callId, String json, BiConsumer<Double, String> progress);

  /** A call that has begun. */
  interface Call {
    /** What came of it, as JSON that fits {@link Tool#output()}. */
    CompletionStage<String> result();

    /** Take it back. The result then says so. */
    void cancel();
  }
}
