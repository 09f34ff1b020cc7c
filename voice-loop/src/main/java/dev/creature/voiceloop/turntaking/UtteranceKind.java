package dev.creature.voiceloop.turntaking;

/** What the words of a turn so far amount to, as far as it tells when the next one comes. */
public enum UtteranceKind {
  /** A whole question: hardly ever followed by more. */
  QUESTION,
  /** Yes, no, thanks, hello: whole, but more may follow. */
  SHORT_ANSWER,
  /** One request, which is often followed by another. */
  REQUEST,
  /** Only a place to go to: nearly always followed by what to do there. */
  GOING,
  /** Two or more requests, the last one whole: mostly the end. */
  CHAIN,
  /** A whole sentence that tells something: another may follow. */
  STATEMENT,
  /** Words that can't be the last ones. */
  INCOMPLETE,
  /** Nothing was understood yet. */
  NOTHING
}
