package dev.creature.models.language.endpoint;

import java.time.Duration;

/**
 * When the second model steps in.
 *
 * @param firstTokenBudget how long the first model may take to begin before the second begins in
 *     its place
 * @param failuresToOpen after so many failures in a row the first model is left alone for a while
 * @param pause how long; doubles while it stays broken
 * @param longestPause and at most so long
 */
public record FallbackSettings(
    Duration firstTokenBudget, int failuresToOpen, Duration pause, Duration longestPause) {
  public FallbackSettings {
    if (!firstTokenBudget.isPositive() || !pause.isPositive()) {
      throw new IllegalArgumentException("firstTokenBudget and pause must be longer than 0");
    }
    if (failuresToOpen < 1) {
      throw new IllegalArgumentException(
          "failuresToOpen must be at least 1, not " + failuresToOpen);
    }
    if (longestPause.compareTo(pause) < 0) {
      throw new IllegalArgumentException("longestPause must not be shorter than pause");
    }
  }

  /** 900 ms to begin, two failures, 5 s up to 2 minutes. */
  public static FallbackSettings usual() {
    return new FallbackSettings(
        Duration.ofMillis(900), 2, Duration.ofSeconds(5), Duration.ofMinutes(2));
  }
}
