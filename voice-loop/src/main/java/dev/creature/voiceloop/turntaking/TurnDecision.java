package dev.creature.voiceloop.turntaking;

/** What to do about a pause at this moment. */
public sealed interface TurnDecision {
  /** The user may go on: keep listening. */
  record Wait() implements TurnDecision {}

  /**
   * The turn may be over: prepare an answer that nobody hears yet.
   *
   * @param probability that it is, 0 to 1
   * @param opening how it would begin
   */
  record Speculate(double probability, Opening opening) implements TurnDecision {}

  /**
   * The user is done: answer.
   *
   * @param probability that this is right, 0 to 1
   * @param opening how to begin
   */
  record Commit(double probability, Opening opening) implements TurnDecision {}

  /** How a reply begins. */
  enum Opening {
    /** With the answer. */
    ANSWER,
    /**
     * With a word that also encourages to go on, such as "Okay."; the rest waits a little, because
     * a request is often followed by another.
     */
    CONTINUER,
    /**
     * With a word that shows that it was listening, such as "I see."; the rest waits a little,
     * because somebody who tells something often tells more.
     */
    LISTENER
  }
}
