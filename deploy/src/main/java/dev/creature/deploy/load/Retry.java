package dev.creature.deploy.load;

import java.util.Random;

/** How long a page waits before its next try: as {@code link.js} and {@code frames.js} do. */
final class Retry {
  private static final long NEXT_NODE_MILLIS = 30;
  private static final double FIRST_MILLIS = 300;
  private static final double LONGEST_MILLIS = 6_000;

  private final Random random;
  private int tries;
  private double waitMillis = FIRST_MILLIS;

  Retry(Random random) {
    this.random = random;
  }

  /** A socket opened. */
  void opened() {
    tries = 0;
    waitMillis = FIRST_MILLIS;
  }

  /**
   * In milliseconds: at once while there are nodes that were not tried, then longer each round.
   *
   * @param doors how many nodes there are
   */
  long next(int doors) {
    tries++;
    if (tries < doors) {
      return NEXT_NODE_MILLIS;
    }
    tries = 0;
    double wait = waitMillis * (0.75 + random.nextDouble() / 2);
    waitMillis = Math.min(LONGEST_MILLIS, waitMillis * 1.7);
    return (long) wait;
  }
}
