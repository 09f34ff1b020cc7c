package dev.creature.voiceloop.audio;

import java.util.List;

/**
 * A recording, read from its start to its end in pieces of the caller's size. Belongs to one thread
 * at a time.
 */
public interface AudioSource extends AutoCloseable {
  /** Frames a second, 4,000 to 768,000. */
  int sampleRate();

  /** Samples of a frame, at least 1. */
  int channels();

  /**
   * Reads on.
   *
   * @param interleaved receives samples in [-1, 1], a frame's channels side by side
   * @param offset index of the first sample written
   * @param frames most frames wanted, at least 1
   * @return frames read, at least 1; -1 at the end
   * @throws BadAudio when what comes next makes no sense
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  int read(float[] interleaved, int offset, int frames);

  /** What was wrong and could be lived with, such as a missing end; complete once all is read. */
  List<String> warnings();

  /** Closes the file. */
  @Override
  void close();
}
