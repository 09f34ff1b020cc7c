package dev.creature.tools.work;

import dev.creature.actors.body.StopReflex;
import java.util.Optional;

/** Which stops of the latch a body has obeyed. One thread at a time. */
public final class LatchWatch {
  private final StopReflex reflex;
  private long obeyed;

  /** Begins with the latch as it is. */
  public LatchWatch(StopReflex reflex) {
    this.reflex = reflex;
    // A stop that came while the body was starting is news to it, and must be stored.
    StopReflex.Latch latch = reflex.latch();
    this.obeyed = latch.stopped() ? latch.stops() - 1 : latch.stops();
  }

  /** A stop that was not obeyed yet; then it counts as obeyed. */
  public Optional<StopReflex.Latch> news() {
    StopReflex.Latch latch = reflex.latch();
    if (latch.stops() == obeyed) {
      return Optional.empty();
    }
    obeyed = latch.stops();
    return Optional.of(latch);
  }

  /** Stops again what was stopped when its process ended; that is no news. */
  public void restore(boolean latched) {
    if (latched && !reflex.isStopped()) {
      reflex.stop("stopped before the restart");
      obeyed = reflex.stops();
    }
  }

  /** Whether what is stored as stopped was released since, without another stop. */
  public boolean isReleased(boolean latched) {
    StopReflex.Latch latch = reflex.latch();
    return latched && latch.stops() == obeyed && !latch.stopped();
  }
}
