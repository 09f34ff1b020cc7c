package dev.creature.voiceloop.script;

/** A word or two of the creature that stood alone, such as "Okay.", from its start to its end. */
record Continuer(long startMillis, long endMillis) {
  /** Words that still encourage rather than answer: "All right." */
  static final int MOST_WORDS = 2;

  /** A longer sound is no encouragement. */
  static final int LONGEST_MILLIS = 500;

  boolean within(long fromMillis, long toMillis) {
    return startMillis < toMillis && endMillis > fromMillis;
  }
}
