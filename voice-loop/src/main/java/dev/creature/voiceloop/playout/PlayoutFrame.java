package dev.creature.voiceloop.playout;

import dev.creature.voiceloop.engine.SoundClip;

/**
 * {@value #MILLIS} ms of the creature's sound.
 *
 * @param turn whose reply
 * @param playoutMillis when its first sample is to be heard, on the conversation's clock
 * @param samples {@value #SAMPLES} samples, mono, 24 kHz, 16 bit; not to be changed
 */
public record PlayoutFrame(int turn, long playoutMillis, short[] samples) {
  /** Length of a frame in time. */
  public static final int MILLIS = 80;

  /** Length of a frame in samples. */
  public static final int SAMPLES = SoundClip.SAMPLE_RATE * MILLIS / 1000;
}
