package dev.creature.models.runtime;

/**
 * How near a piece of inference is to sound. The {@link InferencePool} always takes the nearest
 * lane first; within a lane it goes round the conversations.
 */
public enum Lane {
  /**
   * The pulse that a conversation's time is counted by: voice activity, a millisecond for each
   * window of sound. Has a thread of its own, because a late one makes the silence before an answer
   * longer by as much.
   */
  LISTENING,
  /** Somebody waits to hear it: the end of a turn, the first words and the sound of a reply. */
  SOUND,
  /** Keeps up with what arrives: partial words. */
  HEARING,
  /** The words of a reply behind the one that is being spoken. */
  THINKING,
  /**
   * May wait as long as it takes: the slow path, warming, benchmarks. Never takes the last thread.
   */
  BACKGROUND
}
