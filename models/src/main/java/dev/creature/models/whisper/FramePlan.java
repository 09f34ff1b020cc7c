package dev.creature.models.whisper;

import java.util.Arrays;

/**
 * Which frames the encoder works on, and what they stand for.
 *
 * <p>Whisper was trained on windows of 30 s, mostly silence behind the last word. Given a shorter
 * one, it misses that silence: it loses its end and says everything again. Given the silence, it
 * takes ten times as long. So a few frames of silence stand for all of it: they are spread over the
 * positions up to 30 s, and every attention to such a frame is weighted by the number of frames
 * that it stands for (the logarithm is added before the softmax). Words come out as from the whole
 * window, in the time of the short one.
 *
 * @param frames index of the frame of 20 ms to take at each column
 * @param positions its position in the window of 30 s
 * @param weight natural logarithm of the number of frames it stands for
 * @param soundFrames how many of the columns stand for themselves
 */
@SuppressWarnings("ArrayRecordComponent") // Data of tensors, never compared.
record FramePlan(long[] frames, long[] positions, float[] weight, int soundFrames) {
  /** Columns that stand for the silence up to 30 s. */
  static final int SILENT_COLUMNS = 32;

  /** Frames of silence that must follow the sound, for the columns to be taken from. */
  static final int SILENT_FRAMES = 8;

  /** The one of them: the convolutions must see neither the sound nor the end from there. */
  private static final int TAKEN = 4;

  /**
   * Plans a window.
   *
   * @param soundFrames frames of 20 ms with sound, at least 1, at most 1500; {@link #SILENT_FRAMES}
   *     of silence follow
   */
  static FramePlan of(int soundFrames) {
    int window = EncoderGraph.POSITIONS;
    if (soundFrames < 1 || soundFrames > window) {
      throw new IllegalArgumentException(
          "a window has from 1 to %d frames, not %d".formatted(window, soundFrames));
    }
    int silence = window - soundFrames;
    int columns = Math.min(SILENT_COLUMNS, silence);
    long[] frames = new long[soundFrames + columns];
    long[] positions = new long[soundFrames + columns];
    float[] weight = new float[soundFrames + columns];
    Arrays.setAll(frames, i -> i < soundFrames ? i : soundFrames + TAKEN);
    Arrays.setAll(
        positions,
        i -> i < soundFrames ? i : soundFrames + (long) (i - soundFrames) * silence / columns);
    for (int i = soundFrames; i < weight.length; i++) {
      weight[i] = (float) Math.log((double) silence / columns);
    }
    return new FramePlan(frames, positions, weight, soundFrames);
  }
}
