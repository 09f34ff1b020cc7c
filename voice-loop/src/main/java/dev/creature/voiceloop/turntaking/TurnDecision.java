package dev.creature.voiceloop.turntaking;

/** What to do about a pause at this moment. */
public sealed interface TurnDecision {
  /** The user may go on: keep listening. */
  record Wait() implements TurnDecision {}

  /**
   * The user is done: answer.
   *
   * @param probability that this is right, 0 to 1
   */
  record Commit(double probability) implements TurnDecision {}
}
