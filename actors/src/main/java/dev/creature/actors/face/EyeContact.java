package dev.creature.actors.face;

/**
 * Whether somebody looks at the face: begins after a moment of being turned to it, and ends later
 * than it began, so that it does not flicker. Not thread-safe.
 */
final class EyeContact {
  private static final double TURNED_TO = 0.6;
  private static final double TURNED_AWAY = 0.4;
  private static final long BEGINS_AFTER_MILLIS = 500;
  private static final long ENDS_AFTER_MILLIS = 400;

  private boolean held;
  private long changingSinceMillis = -1;

  /**
   * Time goes on.
   *
   * @param facing how much the one who is seen is turned to the face, 0 to 1; 0 for nobody
   * @return whether eye contact begins now
   */
  boolean begins(double facing, long nowMillis) {
    boolean changes = held ? facing < TURNED_AWAY : facing >= TURNED_TO;
    if (!changes) {
      changingSinceMillis = -1;
      return false;
    }
    if (changingSinceMillis < 0) {
      changingSinceMillis = nowMillis;
    }
    if (nowMillis - changingSinceMillis < (held ? ENDS_AFTER_MILLIS : BEGINS_AFTER_MILLIS)) {
      return false;
    }
    held = !held;
    changingSinceMillis = -1;
    return held;
  }

  /** Whether it is held. */
  boolean isHeld() {
    return held;
  }
}
