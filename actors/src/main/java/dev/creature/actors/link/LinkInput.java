package dev.creature.actors.link;

/** What comes from a listener. */
public interface LinkInput {
  /**
   * A piece of the user's sound.
   *
   * @param samples mono, 16 kHz, 16 bit, at most {@value #LONGEST_SAMPLES}; not to be changed
   */
  record Sound(short[] samples) implements LinkInput {
    /** 200 ms. */
    public static final int LONGEST_SAMPLES = 3_200;

    public Sound {
      if (samples.length == 0 || samples.length > LONGEST_SAMPLES) {
        throw new IllegalArgumentException(
            "a piece of sound has 1 to " + LONGEST_SAMPLES + " samples, not " + samples.length);
      }
    }
  }

  /** Words that the user typed. */
  record Say(String text) implements LinkInput {}

  /** The user wants it to be quiet: what it says, or is about to say, is dropped. */
  enum Hush implements LinkInput {
    INSTANCE
  }

  /**
   * The listener begins to hear this moment of the conversation.
   *
   * @param playoutMillis as stamped on the sound
   */
  record Played(long playoutMillis) implements LinkInput {}

  /** The listener is gone; perhaps it comes back. */
  record Left(LinkListener listener) implements LinkInput {}
}
