package dev.creature.voiceloop.mouth;

/**
 * How the mouth speaks.
 *
 * @param speed 1 is the voice's own pace; 0.5 to 2
 * @param seed of the noise in the voice: equal seeds give equal samples
 */
public record MouthSettings(double speed, long seed) {
  /** The slowest and the fastest pace. */
  public static final double SLOWEST = 0.5;

  public static final double FASTEST = 2;

  /** Checks the pace. */
  public MouthSettings {
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new IllegalArgumentException(
          "speed must be between %s and %s, not %s".formatted(SLOWEST, FASTEST, speed));
    }
  }

  /** The voice's own pace. */
  public static MouthSettings standard() {
    return new MouthSettings(1, 0);
  }
}
