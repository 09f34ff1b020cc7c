package dev.creature.deploy.load;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which node was struck when, so that a phone's loss is measured from the blow. Thread-safe. */
final class Blows {
  private static final Duration FELT = Duration.ofSeconds(15);

  private final Map<String, Long> struck = new ConcurrentHashMap<>();

  void strike(String url) {
    struck.put(url, System.nanoTime());
  }

  /** When it was struck, where that is why it went. */
  Optional<Long> lately(String url, long nowNanos) {
    return Optional.ofNullable(struck.get(url)).filter(at -> nowNanos - at < FELT.toNanos());
  }
}
