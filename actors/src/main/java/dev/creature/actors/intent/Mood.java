package dev.creature.actors.intent;

/** What an utterance is, as far as its words go; said before its meaning is worked out. */
public enum Mood {
  /** The body shall halt. */
  STOP,
  /** A command in which nothing is missing: the turn may be over. */
  COMMAND_WHOLE,
  /** A command that broke off: "pick up the". More will come. */
  COMMAND_OPEN,
  /** A question. */
  QUESTION,
  /** Anything else that is said. */
  TALK
}
