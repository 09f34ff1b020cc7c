package dev.creature.voiceloop.ears;

/** Turns the sound of a turn into words. */
@FunctionalInterface
public interface TurnRecognition {
  /**
   * Recognises.
   *
   * @param sound mono, 16 kHz, at most 29 s, with a little silence at its end
   * @return what was said; empty when nothing was understood
   */
  String text(float[] sound);
}
