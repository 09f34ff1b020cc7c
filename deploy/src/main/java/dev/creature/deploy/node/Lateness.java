package dev.creature.deploy.node;

import java.util.concurrent.TimeUnit;

/**
 * How late a clock was that should tick every {@value #TICK_MILLIS} ms: at its worst within the
 * last two stretches of {@value #STRETCH_TICKS} ticks. Not thread-safe.
 */
final class Lateness {
  static final long TICK_MILLIS = 100;
  private static final int STRETCH_TICKS = 25;

  private long before = -1;
  private int ticks;
  private long worst;
  private long worstBefore;

  /** It ticks. */
  void tick(long nanos) {
    if (before >= 0) {
      worst = Math.max(worst, TimeUnit.NANOSECONDS.toMillis(nanos - before) - TICK_MILLIS);
    }
    before = nanos;
    ticks++;
    if (ticks == STRETCH_TICKS) {
      ticks = 0;
      worstBefore = worst;
      worst = 0;
    }
  }

  /** The worst, in milliseconds; 0 when it was never late. */
  long millis() {
    return Math.max(worst, worstBefore);
  }
}
