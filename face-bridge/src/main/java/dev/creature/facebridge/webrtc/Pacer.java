package dev.creature.facebridge.webrtc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The clock of all tracks: one thread of its own calls each every {@value PacedSound#STEP_MILLIS}
 * ms, and it alone. After a stall it makes up for at most a tenth of a second.
 */
final class Pacer implements AutoCloseable {
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(PacedSound.STEP_MILLIS);
  private static final long MOST_BEHIND = TimeUnit.MILLISECONDS.toNanos(100);

  private final List<Runnable> tracks = new CopyOnWriteArrayList<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("webrtc-pacer").unstarted(this::run);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean closed;

  void start() {
    thread.start();
  }

  /** From now on calls this, too; it must not block and not fail. */
  void add(Runnable track) {
    tracks.add(track);
    LockSupport.unpark(thread);
  }

  /** Calls it no more; a call may be under way. */
  void remove(Runnable track) {
    tracks.remove(track);
  }

  private void run() {
    long due = System.nanoTime();
    while (!closed) {
      if (tracks.isEmpty()) {
        LockSupport.park(this);
        due = System.nanoTime();
        continue;
      }
      tracks.forEach(Runnable::run);
      due += STEP;
      long now = System.nanoTime();
      due = Math.max(due, now - MOST_BEHIND);
      while (due > now && !closed) {
        LockSupport.parkNanos(this, due - now);
        now = System.nanoTime();
      }
    }
    ended.countDown();
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      // A track that is being stepped must not lose what it steps.
      if (!ended.await(1, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the pacer does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
