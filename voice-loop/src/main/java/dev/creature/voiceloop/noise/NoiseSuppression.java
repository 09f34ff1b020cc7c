package dev.creature.voiceloop.noise;

/**
 * A way to take noise out of the user's sound before the ears. Shared by all conversations;
 * thread-safe.
 *
 * <p>It stands behind the echo canceller: what changes the sound in another way every moment would
 * make the path of the echo unlearnable, and the reference fit no more.
 */
public interface NoiseSuppression {
  /** Leaves the sound as it is. */
  NoiseSuppression NONE = () -> _ -> {};

  /** Lowers what is steady by up to 12 dB: see {@link SpectralSuppression}. */
  NoiseSuppression SPECTRAL = () -> new SpectralSuppression(SpectralSuppression.USUAL_DECIBELS);

  /** Begins one conversation's sound. */
  Stream open();

  /** One conversation's sound. Belongs to one thread at a time. */
  interface Stream {
    /**
     * Takes the next window, and gives back what is left of it.
     *
     * @param window 512 samples, mono, 16 kHz, in [-1, 1]; changed in place, and late by at most 10
     *     ms
     */
    void clean(float[] window);
  }
}
