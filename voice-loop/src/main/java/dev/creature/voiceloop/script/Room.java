package dev.creature.voiceloop.script;

import java.util.OptionalDouble;

/**
 * The room a scripted conversation is held in: what the user's microphone hears beside the user.
 *
 * @param echoDb energy of the creature's sound in the microphone, in decibels against its own; −60
 *     to 0; empty where none comes through
 * @param echoDelayMillis from the loudspeaker to the microphone, 10 to 1000
 * @param reverbMillis in which the room's sound dies by 60 dB, 0 to 2000
 * @param noiseDb level of white noise, in decibels below full scale; −120 to 0; empty for none
 */
public record Room(
    OptionalDouble echoDb, int echoDelayMillis, int reverbMillis, OptionalDouble noiseDb) {
  /** Headphones in a quiet place. */
  public static final Room QUIET = new Room(OptionalDouble.empty(), 120, 0, OptionalDouble.empty());

  public Room {
    between("echoDb", echoDb.orElse(0), -60, 0);
    between("echoDelayMs", echoDelayMillis, 10, 1000);
    between("reverbMs", reverbMillis, 0, 2000);
    between("noiseDb", noiseDb.orElse(0), -120, 0);
  }

  /** Whether the microphone hears the user alone. */
  public boolean quiet() {
    return echoDb.isEmpty() && noiseDb.isEmpty();
  }

  private static void between(String name, double value, int least, int most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, not %s".formatted(name, least, most, value));
    }
  }
}
