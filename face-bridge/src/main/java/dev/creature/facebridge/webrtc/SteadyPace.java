package dev.creature.facebridge.webrtc;

/**
 * Keeps the sound of a microphone at the pace of time. The library asks for it by a timer of its
 * own, which was found to run nearly a hundredth slow; the microphone is the conversation's clock,
 * and so the clock fell behind what is played by 9 ms a second, the lips with it, and a long reply
 * ran out of sound that was sent ahead. Pieces are stretched by up to a fortieth, or shortened by
 * an eightieth, which nobody hears.
 *
 * <p>What a stall leaves out stays out: whoever keeps the clock puts silence there. One thread at a
 * time.
 */
final class SteadyPace {
  private static final int RATE = 16_000;
  private static final int PIECE = RATE / 100;
  private static final int MOST_MORE = PIECE / 40;
  private static final int MOST_LESS = PIECE / 80;

  /** A lack of so many samples adds one to a piece: 2 ms. */
  private static final int SAMPLES_A_STEP = 32;

  /** Pieces come when they come: only what lacks all the time lacks. */
  private static final long WINDOW_NANOS = 500_000_000L;

  private static final long STALL_NANOS = 100_000_000L;

  private long beganNanos;
  private long lastNanos;
  private long handedOn;
  private long windowNanos;
  private double leastInWindow;
  private double lack;
  private short before;
  private boolean running;

  /** The piece as it is handed on: 16 kHz, 16 bit, a little longer or shorter than it came. */
  short[] of(short[] piece, long nowNanos) {
    if (!running || nowNanos - lastNanos > STALL_NANOS) {
      begin(piece.length, nowNanos);
    }
    lastNanos = nowNanos;
    notice(nowNanos, piece.length);
    int more = (int) Math.clamp(Math.round(lack / SAMPLES_A_STEP), -MOST_LESS, MOST_MORE);
    int length = Math.max(1, piece.length + more * piece.length / PIECE);
    short[] even = stretched(piece, length);
    handedOn += length;
    before = piece.length == 0 ? before : piece[piece.length - 1];
    return even;
  }

  private void begin(int samples, long nowNanos) {
    running = true;
    beganNanos = nowNanos - samples * 1_000_000_000L / RATE;
    handedOn = 0;
    windowNanos = nowNanos;
    leastInWindow = Double.MAX_VALUE;
    lack = 0;
  }

  /** How much lacks, this piece included. */
  private void notice(long nowNanos, int samples) {
    double due = (nowNanos - beganNanos) * (double) RATE / 1_000_000_000L;
    leastInWindow = Math.min(leastInWindow, due - handedOn - samples);
    if (nowNanos - windowNanos >= WINDOW_NANOS) {
      lack = leastInWindow;
      leastInWindow = Double.MAX_VALUE;
      windowNanos = nowNanos;
    }
  }

  /** Ends with the last sample, and goes on from the one before the first. */
  private short[] stretched(short[] piece, int length) {
    if (length == piece.length) {
      return piece;
    }
    short[] all = new short[length];
    for (int i = 0; i < length; i++) {
      double at = (i + 1) * (double) piece.length / length - 1;
      int left = (int) Math.floor(at);
      double part = at - left;
      short from = left < 0 ? before : piece[left];
      short to = piece[Math.min(piece.length - 1, left + 1)];
      all[i] = (short) Math.round(from + (to - from) * part);
    }
    return all;
  }
}
