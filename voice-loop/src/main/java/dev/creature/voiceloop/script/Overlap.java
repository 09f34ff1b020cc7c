package dev.creature.voiceloop.script;

/**
 * The creature was heard although the user went on.
 *
 * @param input into which
 * @param heardMillis how long in all
 * @param longestPauseMillis of what the user said: without one of at least {@value #PAUSE_MILLIS}
 *     ms the creature began into its very end
 * @param tooLong whether it was more than a blip or a word of encouragement
 */
public record Overlap(int input, int heardMillis, long longestPauseMillis, boolean tooLong) {
  /** Anything shorter is a consonant or a breath. */
  static final int PAUSE_MILLIS = 190;

  /** Whether the user had paused: only then can the creature have been too early. */
  public boolean inTurnWithPause() {
    return longestPauseMillis >= PAUSE_MILLIS;
  }
}
