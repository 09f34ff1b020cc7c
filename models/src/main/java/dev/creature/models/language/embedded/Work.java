package dev.creature.models.language.embedded;

import dev.creature.models.runtime.Lane;

/** Something to do for a conversation, in steps of at most one token or one piece of a prompt. */
sealed interface Work permits Reply, ReadAhead, ToolReply {
  /** How near to sound the next step is. */
  Lane lane();

  /**
   * Does the next step, on an inference thread.
   *
   * @return whether that was the last one
   */
  boolean step(ConversationMemory memory);

  /** Ends it early, from any thread: no step will come, or only one that is under way. */
  void cancel();

  /** Ends it because a step failed. */
  void fail(Throwable failure);
}
