package dev.creature.models.mel;

/**
 * A normalised log-mel spectrum, as Whisper's encoder and Smart Turn take it.
 *
 * @param values {@code [80][frames]}, row by row: value {@code bin * frames + frame}; about -2 to 2
 * @param frames number of frames of 10 ms
 */
@SuppressWarnings(
    "ArrayRecordComponent") // A tensor's data: never compared, copied only by its use.
public record MelFeatures(float[] values, int frames) {
  public MelFeatures {
    if (values.length != frames * MelFilterbank.BINS) {
      throw new IllegalArgumentException(
          values.length + " values are not " + frames + " frames of " + MelFilterbank.BINS);
    }
  }

  /** One value. */
  public float at(int bin, int frame) {
    return values[bin * frames + frame];
  }
}
