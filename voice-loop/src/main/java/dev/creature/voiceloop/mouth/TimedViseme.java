package dev.creature.voiceloop.mouth;

/**
 * A shape of the mouth and when it is held.
 *
 * @param viseme the shape
 * @param startMillis from the start of the clause's sound
 * @param endMillis from the start of the clause's sound
 */
public record TimedViseme(Viseme viseme, double startMillis, double endMillis) {
  /** The same, on a clock that began so much earlier. */
  public TimedViseme later(double millis) {
    return new TimedViseme(viseme, startMillis + millis, endMillis + millis);
  }
}
