package dev.creature.actors.intent;

/**
 * A second opinion on whether words ask for a deed, by their meaning as a whole. It is asked only
 * where the rules are in doubt; a call may take some milliseconds.
 */
@FunctionalInterface
public interface RequestSense {
  /** Below this, words that the rules take for a command are talk. */
  double TALK_BELOW = 0.12;

  /** Below this, they are even where the rules find a verb of the field in its own frame. */
  double SURELY_TALK_BELOW = 0.02;

  /** Above this, words that the rules only half believe are a command. */
  double COMMAND_ABOVE = 0.6;

  /** Above this, a clause alone is a command, though the whole utterance is not. */
  double PLAIN_ABOVE = 0.7;

  /**
   * Judges an utterance.
   *
   * @param text as said
   * @return how likely a deed of the body is asked for, 0 to 1; anything between the bounds leaves
   *     it to the rules
   */
  double asks(String text);

  /** Has no opinion, so that the rules decide alone. */
  static RequestSense undecided() {
    return _ -> (TALK_BELOW + COMMAND_ABOVE) / 2;
  }
}
