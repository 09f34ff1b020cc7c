package dev.creature.voiceloop.mouth.reading;

/**
 * What follows a word: some small words sound otherwise before a vowel, or at the end.
 *
 * @param kind the next sound
 * @param isTo whether the next word is "to"
 */
record NextSound(Kind kind, boolean isTo) {
  /** What follows at the end of a sentence. */
  static final NextSound END = new NextSound(Kind.PAUSE, false);

  enum Kind {
    VOWEL,
    CONSONANT,
    PAUSE
  }
}
