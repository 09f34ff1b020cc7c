package dev.creature.facebridge.webrtc;

import java.util.ArrayDeque;
import java.util.OptionalLong;

/**
 * What one listener is to hear, cut into steps of {@value #STEP_MILLIS} ms: sound where it is due,
 * silence elsewhere. Pieces that follow each other without a gap sound without one. Where the sound
 * had run out, the next piece sounds at once. At most four seconds wait, the oldest is dropped.
 * Thread-safe; no call blocks.
 */
final class PacedSound {
  /** Samples a second. */
  static final int RATE = 24_000;

  static final int STEP_MILLIS = 10;
  static final int STEP_SAMPLES = RATE / 1000 * STEP_MILLIS;

  private static final int PER_MILLI = RATE / 1000;
  private static final int MOST_PIECES = 50;

  /**
   * Sound that waits.
   *
   * @param playoutMillis of its first sample, on the conversation's clock
   */
  private record Piece(long playoutMillis, short[] samples) {}

  /**
   * A step.
   *
   * @param samples {@value #STEP_SAMPLES}
   * @param begins playout time of a piece that begins in this step
   */
  record Step(short[] samples, OptionalLong begins) {}

  private final ArrayDeque<Piece> waiting = new ArrayDeque<>();
  private int usedOfFirst;

  /** Where the next step begins, on the clock of steps. */
  private long stepSample;

  /** The clock of steps where the conversation's was 0. */
  private long originSample;

  /** Adds sound. */
  synchronized void add(long playoutMillis, short[] samples) {
    if (samples.length == 0) {
      return;
    }
    if (waiting.isEmpty()) {
      originSample = stepSample - playoutMillis * PER_MILLI;
    } else if (waiting.size() == MOST_PIECES) {
      waiting.removeFirst();
      usedOfFirst = 0;
    }
    waiting.add(new Piece(playoutMillis, samples));
  }

  /** What sounds in the next step. */
  synchronized Step next() {
    short[] step = new short[STEP_SAMPLES];
    OptionalLong begins = OptionalLong.empty();
    int filled = 0;
    while (filled < STEP_SAMPLES && !waiting.isEmpty()) {
      Piece first = waiting.getFirst();
      if (usedOfFirst == 0) {
        long due = originSample + first.playoutMillis() * PER_MILLI - stepSample;
        if (due >= STEP_SAMPLES) {
          break;
        }
        filled = Math.max(filled, (int) due);
        begins = OptionalLong.of(first.playoutMillis());
      }
      int taken = Math.min(STEP_SAMPLES - filled, first.samples().length - usedOfFirst);
      System.arraycopy(first.samples(), usedOfFirst, step, filled, taken);
      filled += taken;
      usedOfFirst += taken;
      if (usedOfFirst == first.samples().length) {
        waiting.removeFirst();
        usedOfFirst = 0;
      }
    }
    stepSample += STEP_SAMPLES;
    return new Step(step, begins);
  }

  /** Falls silent without a click: fades out within a step, and drops the rest. */
  synchronized void drop() {
    if (usedOfFirst > 0) {
      Piece first = waiting.getFirst();
      int left = Math.min(STEP_SAMPLES, first.samples().length - usedOfFirst);
      short[] fading = new short[usedOfFirst + left];
      for (int i = 0; i < left; i++) {
        fading[usedOfFirst + i] = (short) (first.samples()[usedOfFirst + i] * (left - i) / left);
      }
      waiting.clear();
      waiting.add(new Piece(first.playoutMillis(), fading));
    } else {
      waiting.clear();
    }
  }
}
