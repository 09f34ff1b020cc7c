package dev.creature.voiceloop.engine;

/**
 * A piece of the user's sound.
 *
 * @param firstSample index of its first sample on the conversation's clock, at {@value
 *     #SAMPLE_RATE} samples a second
 * @param samples mono, from -1 to 1; not to be changed
 */
public record PcmBlock(long firstSample, float[] samples) {
  /** Samples a second. */
  public static final int SAMPLE_RATE = 16_000;

  /** The time at which this block ends. */
  public long endMillis() {
    return (firstSample + samples.length) * 1000 / SAMPLE_RATE;
  }
}
