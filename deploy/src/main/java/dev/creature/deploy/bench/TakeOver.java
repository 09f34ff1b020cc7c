package dev.creature.deploy.bench;

/**
 * Whether what a system says is a turn or only a word of encouragement, as Full-Duplex-Bench (Lin
 * and others, 2025) tells them apart.
 */
final class TakeOver {
  private static final long SHORTEST_TURN_MILLIS = 1_000;
  private static final int MOST_WORDS = 3;

  private TakeOver() {}

  /**
   * Judges.
   *
   * @param words how many a recogniser finds in it
   * @param spanMillis from the first sound to the last
   * @return false for no words, and for at most three within less than a second
   */
  static boolean of(int words, long spanMillis) {
    return words > 0 && (spanMillis >= SHORTEST_TURN_MILLIS || words > MOST_WORDS);
  }
}
