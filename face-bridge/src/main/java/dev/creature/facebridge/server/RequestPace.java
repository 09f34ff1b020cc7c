package dev.creature.facebridge.server;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many requests a device, or an address that is not paired, may make: {@value #MOST} in any
 * {@value #WINDOW_MILLIS} ms that begin with its first. A page with all its files takes about
 * thirty. Thread-safe.
 */
final class RequestPace {
  static final int MOST = 300;
  static final int WINDOW_MILLIS = 10_000;

  /** So many are known at once; whoever made no request for longest is forgotten. */
  private static final int MOST_KNOWN = 10_000;

  private record Window(long beginMillis, int requests) {}

  private final InstantSource clock;
  private final Map<String, Window> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  RequestPace(InstantSource clock) {
    this.clock = clock;
  }

  /** Counts a request; whether it is one too many. */
  synchronized boolean isTooFast(String who) {
    long now = clock.millis();
    Window counted =
        Optional.ofNullable(known.get(who))
            .filter(window -> now - window.beginMillis() < WINDOW_MILLIS)
            .map(window -> new Window(window.beginMillis(), window.requests() + 1))
            .orElseGet(() -> new Window(now, 1));
    known.put(who, counted);
    return counted.requests() > MOST;
  }
}
