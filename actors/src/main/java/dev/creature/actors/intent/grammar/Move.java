package dev.creature.actors.intent.grammar;

/** One thing that a speaker may do next: ask, correct, take back, hesitate, tell. */
@FunctionalInterface
interface Move {
  /**
   * Reads it, and changes the drafts and what is expected next.
   *
   * @return behind its words, or {@code i} when the speaker does something else here
   */
  int read(Sentence s, int i, Drafts drafts, Flow flow);
}
