package dev.creature.actors.link;

/**
 * The listener's end of an audio link. Thread-safe; no call blocks. What the listener cannot take
 * in time is dropped there, oldest sound first.
 */
public interface LinkListener {
  /**
   * Sound to be played.
   *
   * @param playoutMillis when its first sample is to be heard, on the conversation's clock
   * @param samples mono, 24 kHz, 16 bit; not to be changed
   */
  void sound(long playoutMillis, short[] samples);

  /** Falls silent and drops what waits of this reply. */
  void cut(int turn, long atMillis);

  /** Tells something, as one JSON object. */
  void text(String json);

  /** Nothing more comes: another listener took over, or the creature goes. */
  void close(String reason);
}
