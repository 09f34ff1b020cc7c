package dev.creature.voiceloop.mouth;

/**
 * A phoneme and when it sounds.
 *
 * @param phoneme one character of the voices' alphabet, with the length mark where it has one
 * @param startMillis from the start of the clause's sound
 * @param endMillis from the start of the clause's sound
 */
public record TimedPhoneme(String phoneme, double startMillis, double endMillis) {
  /** The same, on a clock that began so much earlier. */
  public TimedPhoneme later(double millis) {
    return new TimedPhoneme(phoneme, startMillis + millis, endMillis + millis);
  }
}
