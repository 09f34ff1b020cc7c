package dev.creature.actors.body;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The latch that halts the body, past every queue, model and actor.
 *
 * <p>Any thread may stop it: the ears with a partial word, a button, an HTTP route. The body reads
 * it before each step of motion, and is woken by it. It stays stopped until it is released. A stop
 * that is released at once is not lost: the body compares {@link #stops()} with the number that it
 * knows.
 */
public final class StopReflex {
  /**
   * How the latch stands.
   *
   * @param stopped whether motion is forbidden
   * @param stops how often it was stopped since the start
   * @param why the word or the button of the last stop; empty before the first
   * @param atNanos when the last stop was, as {@link System#nanoTime}; 0 before the first
   */
  public record Latch(boolean stopped, long stops, String why, long atNanos) {}

  private final AtomicReference<Latch> latch = new AtomicReference<>(new Latch(false, 0, "", 0));
  private final List<Runnable> wakened = new CopyOnWriteArrayList<>();
  private final List<Runnable> released = new CopyOnWriteArrayList<>();

  /**
   * Forbids motion until {@link #release()}.
   *
   * @param why what to tell of it, such as {@code the word stop}
   */
  public void stop(String why) {
    long atNanos = System.nanoTime();
    latch.updateAndGet(now -> new Latch(true, now.stops() + 1, why, atNanos));
    wakened.forEach(Runnable::run);
  }

  /** Allows motion again; does nothing where it is allowed. */
  public void release() {
    Latch before =
        latch.getAndUpdate(now -> new Latch(false, now.stops(), now.why(), now.atNanos()));
    if (before.stopped()) {
      released.forEach(Runnable::run);
    }
  }

  /** Whether motion is forbidden. */
  public boolean isStopped() {
    return latch.get().stopped();
  }

  /** How often it was stopped since the start. */
  public long stops() {
    return latch.get().stops();
  }

  /** All of it, at one moment. */
  public Latch latch() {
    return latch.get();
  }

  /**
   * Calls back after each stop, on the thread that stopped.
   *
   * @param wake must not block nor throw, such as a message to an actor
   */
  public void onStop(Runnable wake) {
    wakened.add(wake);
  }

  /**
   * Calls back after each release of a stop, on the thread that released.
   *
   * @param told must not block nor throw
   */
  public void onRelease(Runnable told) {
    released.add(told);
  }
}
