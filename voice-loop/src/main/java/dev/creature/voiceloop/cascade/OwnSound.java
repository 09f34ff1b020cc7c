package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.echo.EchoCanceller;
import dev.creature.voiceloop.echo.ReferenceTrack;

/**
 * What ears know of the creature's own sound, and how they get it out of the user's.
 *
 * <p>Its two halves belong to two threads: {@link #sounded} and {@link #window} to the ears' actor,
 * {@link #clean} to whichever inference thread judges the windows, one after the other. A window
 * carries its reference from one to the other.
 */
final class OwnSound {
  /** The probability of a voice in a window that is the creature's own. */
  static final double NO_VOICE = 0.01;

  private static final float[] SILENCE = new float[EchoCanceller.WINDOW];

  /**
   * A window of the user's sound.
   *
   * @param samples 512, cleaned in place
   * @param played what the creature played meanwhile
   */
  record Window(float[] samples, float[] played) {}

  private final ReferenceTrack track = new ReferenceTrack();
  private final EchoCanceller canceller = new EchoCanceller();
  private boolean heard;
  private long nextSample;

  /** The creature's sound, on the conversation's clock. */
  void sounded(long atMillis, short[] samples) {
    heard = true;
    track.sounded(atMillis, samples);
  }

  /** The next window. */
  Window window(float[] samples) {
    float[] played = heard ? track.window(nextSample, samples.length) : SILENCE;
    nextSample += samples.length;
    return new Window(samples, played);
  }

  /**
   * Takes the echo out of a window.
   *
   * @return whether what is left is still the creature's own voice
   */
  boolean clean(Window window) {
    canceller.clean(window.samples(), window.played());
    return canceller.ownVoice();
  }
}
