package dev.creature.voiceloop.mouth;

/**
 * A word as it is written, and when it sounds.
 *
 * @param text with its punctuation
 * @param start index of its first character in the clause
 * @param end one behind its last
 * @param startMillis from the start of the clause's sound
 * @param endMillis from the start of the clause's sound; equal to the start for what is not spoken
 */
public record TimedWord(String text, int start, int end, double startMillis, double endMillis) {
  /** The same, on a clock that began so much earlier. */
  public TimedWord later(double millis) {
    return new TimedWord(text, start, end, startMillis + millis, endMillis + millis);
  }
}
