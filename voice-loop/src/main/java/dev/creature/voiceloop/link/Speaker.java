package dev.creature.voiceloop.link;

import dev.creature.voiceloop.playout.PlayoutFrame;

/**
 * The way to the listener's ear. Thread-safe; no call blocks.
 *
 * <p>The link answers each frame with {@code Conversation.FramePlayed} when its first sample
 * sounds.
 */
public interface Speaker {
  /** What is left of the amplitude while the voice is lowered: −20 dB. */
  double DUCKED = 0.1;

  /** Lowers what is played from this moment on, without a click, or raises it again. */
  void duck(boolean lowered);

  /** Plays a frame at its playout time, or at once when that has passed. */
  void play(PlayoutFrame frame);

  /** Falls silent, without a click, and drops every frame of this reply. */
  void cut(int turn);
}
