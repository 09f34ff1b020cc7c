package dev.creature.models.language.endpoint;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Remembers that something is broken, so that it need not be tried each time.
 *
 * <p>Closed, everything goes through. After so many failures in a row it opens: nothing goes
 * through until a pause is over. Then it is half open: the next to ask is the probe, and until the
 * probe's outcome is known nothing else goes through. A probe that succeeds closes the breaker; one
 * that fails opens it again, for twice the pause, up to the longest.
 *
 * <p>Thread-safe.
 */
final class CircuitBreaker {
  /** What may be done now. */
  enum Permission {
    /** Use it. */
    PASS,
    /** Find out whether it works again, and report. */
    PROBE,
    /** Leave it alone. */
    REFUSE
  }

  private sealed interface State {
    record Closed(int failures) implements State {}

    record Open(long untilNanos, Duration pause) implements State {}

    record HalfOpen(Duration pause) implements State {}
  }

  private final int failuresToOpen;
  private final Duration firstPause;
  private final Duration longestPause;
  private final LongSupplier nanoTime;
  private State state = new State.Closed(0);

  CircuitBreaker(
      int failuresToOpen, Duration firstPause, Duration longestPause, LongSupplier nanoTime) {
    this.failuresToOpen = failuresToOpen;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
    this.nanoTime = nanoTime;
  }

  /** Asks; whoever gets {@link Permission#PROBE} must report its outcome. */
  synchronized Permission ask() {
    return switch (state) {
      case State.Closed _ -> Permission.PASS;
      case State.HalfOpen _ -> Permission.REFUSE;
      case State.Open(long until, Duration pause) -> {
        if (nanoTime.getAsLong() - until < 0) {
          yield Permission.REFUSE;
        }
        state = new State.HalfOpen(pause);
        yield Permission.PROBE;
      }
    };
  }

  /**
   * It worked. A latecomer's success while open changes nothing: the probe decides.
   *
   * @return whether this closed the breaker
   */
  synchronized boolean succeeded() {
    boolean probed = state instanceof State.HalfOpen;
    state =
        switch (state) {
          case State.Closed _, State.HalfOpen _ -> new State.Closed(0);
          case State.Open open -> open;
        };
    return probed;
  }

  /**
   * It failed.
   *
   * @return whether this opened a breaker that was closed
   */
  synchronized boolean failed() {
    boolean wasClosed = closed();
    state =
        switch (state) {
          case State.Closed(int failures) ->
              failures + 1 >= failuresToOpen ? open(firstPause) : new State.Closed(failures + 1);
          case State.HalfOpen(Duration pause) -> {
            Duration twice = pause.multipliedBy(2);
            yield open(twice.compareTo(longestPause) > 0 ? longestPause : twice);
          }
          case State.Open open -> open;
        };
    return wasClosed && !closed();
  }

  /** Whether everything goes through. */
  synchronized boolean closed() {
    return state instanceof State.Closed;
  }

  private State open(Duration pause) {
    return new State.Open(nanoTime.getAsLong() + pause.toNanos(), pause);
  }
}
