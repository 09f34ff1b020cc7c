package dev.creature.voiceloop.ears;

import java.util.function.Consumer;

/**
 * Cuts sound that comes in pieces of any size into windows of one size. Belongs to one thread at a
 * time.
 */
public final class WindowCutter {
  private final int windowSamples;
  private float[] window;
  private int filled;

  /** Makes windows of so many samples, 1 or more. */
  public WindowCutter(int windowSamples) {
    if (windowSamples < 1) {
      throw new IllegalArgumentException("a window has 1 sample or more");
    }
    this.windowSamples = windowSamples;
    this.window = new float[windowSamples];
  }

  /** Takes a piece and hands out each window that it completes; the window is the receiver's. */
  public void accept(float[] samples, int offset, int length, Consumer<float[]> windows) {
    int done = 0;
    while (done < length) {
      int piece = Math.min(length - done, windowSamples - filled);
      System.arraycopy(samples, offset + done, window, filled, piece);
      filled += piece;
      done += piece;
      if (filled == windowSamples) {
        float[] complete = window;
        window = new float[windowSamples];
        filled = 0;
        windows.accept(complete);
      }
    }
  }

  /** Samples that wait for their window to be complete. */
  public int pending() {
    return filled;
  }
}
