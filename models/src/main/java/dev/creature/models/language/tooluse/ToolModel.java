package dev.creature.models.language.tooluse;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** A model that plans with tools. Thread-safe; no call blocks. */
public interface ToolModel extends AutoCloseable {
  /** Short name for logs. */
  String name();

  /**
   * Asks for the next step.
   *
   * @param task whose dialogue it is: what is kept of it is kept under this key
   * @param messages the whole dialogue, oldest first
   * @param tools that may be called; may be empty
   */
  Asking ask(String task, List<ToolMessage> messages, List<ToolOffer> tools);

  /**
   * Reads ahead how dialogues are going to begin, so that the first answer comes sooner. What has
   * no use for it does nothing.
   */
  default void prepare(List<ToolMessage> beginning, List<ToolOffer> tools) {}

  /** Drops what is kept for a task that is over. */
  void forget(String task);

  /** Ends what is asked and frees what it holds. */
  @Override
  void close();

  /** A step that is being thought of. */
  interface Asking {
    /**
     * The answer, or exceptionally {@link dev.creature.models.runtime.ModelFailure} in words for a
     * log.
     */
    CompletionStage<ToolAnswer> answer();

    /** Ends it: the answer then fails, unless it is already there. */
    void cancel();
  }
}
