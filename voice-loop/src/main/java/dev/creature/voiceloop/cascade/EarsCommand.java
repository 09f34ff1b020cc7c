package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.engine.PcmBlock;

/** What ears are told. Implementations add private messages of their own. */
public interface EarsCommand {
  /** The next piece of the user's sound. */
  record Hear(PcmBlock block) implements EarsCommand {}

  /**
   * What the loudspeaker played, so that its echo is not taken for a person. Comes before the
   * user's sound of the same time.
   *
   * @param atMillis when its first sample sounded
   * @param samples 24 kHz; not to be changed
   */
  record Sounded(long atMillis, short[] samples) implements EarsCommand {}

  /**
   * The turn is being answered: it need not be judged any more, but it is still open, in case the
   * user goes on.
   */
  enum TurnAnswered implements EarsCommand {
    INSTANCE
  }

  /**
   * The turn is over: what was heard so far belongs to it, and a new one begins with the user's
   * next sound.
   */
  enum TurnTaken implements EarsCommand {
    INSTANCE
  }
}
