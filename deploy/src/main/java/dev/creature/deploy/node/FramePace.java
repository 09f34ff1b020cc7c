package dev.creature.deploy.node;

import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * Knows when the next frame of a reply has to leave so that the listener hears no hole: before the
 * one that left last has sounded to its end. Not thread-safe.
 */
final class FramePace {
  /** As long as the playout's first frame takes from leaving to sounding. */
  private static final long START_MILLIS = 20;

  private OptionalInt turn = OptionalInt.empty();
  private long dueNanos;

  /**
   * A frame leaves.
   *
   * @param frameMillis its length
   * @return how late it is; 0 when it is in time, or the first of its reply
   */
  long leaves(int ofTurn, long frameMillis, long nanos) {
    boolean first = isFirst(ofTurn);
    long late = first ? 0 : Math.max(0, nanos - dueNanos);
    long sounds = first ? nanos + TimeUnit.MILLISECONDS.toNanos(START_MILLIS) : dueNanos + late;
    dueNanos = sounds + TimeUnit.MILLISECONDS.toNanos(frameMillis);
    turn = OptionalInt.of(ofTurn);
    return TimeUnit.NANOSECONDS.toMillis(late);
  }

  /** Whether the next frame of a reply would be its first, or the first after a cut. */
  boolean isFirst(int ofTurn) {
    return turn.isEmpty() || turn.getAsInt() != ofTurn;
  }

  /** The reply was cut, or is held: what follows starts anew. */
  void cut() {
    turn = OptionalInt.empty();
  }
}
