package dev.creature.voiceloop.replay;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.Lane;
import dev.creature.models.runtime.WaitingWork;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Virtual time: actors and models all run on the one thread that calls {@link #advance}, each in an
 * order that depends on nothing but what was asked before.
 *
 * <p>Actors take no time. A model's run takes a fixed time for its {@link Lane}, on one of {@value
 * #WORKERS} workers, whatever it took to compute; its result is known when that time is over. So
 * nothing depends on how fast or how busy the machine is.
 *
 * <p>As an executor it may be handed work from any thread; a thread other than the one that
 * advances it only does so while actors are started or stopped.
 */
public final class Lockstep extends AbstractExecutorService {
  /** As on a machine with two cores. */
  static final int WORKERS = 2;

  private record Running(long endMicros, long order, WaitingWork work) {}

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Running> running =
      new PriorityQueue<>((one, other) ->
          one.endMicros() == other.endMicros()
              ? Long.compare(one.order(), other.order())
              : Long.compare(one.endMicros(), other.endMicros()));
  private long nowMicros;
  private long started;

  /** About what one run takes on two cores of a server. */
  private static long micros(Lane lane) {
    return switch (lane) {
      case LISTENING -> 1_000;
      case SOUND -> 15_000;
      case HEARING -> 6_000;
      case THINKING, BACKGROUND -> 10_000;
    };
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  /** Lets actors work until none has anything to do. */
  public void settle() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /**
   * Lets time go by.
   *
   * @param pool handed over to this
   * @param untilMicros not before that of an earlier call
   */
  public void advance(InferencePool pool, long untilMicros) {
    settle();
    while (true) {
      start(pool);
      Running first = running.peek();
      if (first == null || first.endMicros() > untilMicros) {
        nowMicros = untilMicros;
        return;
      }
      running.remove();
      nowMicros = Math.max(nowMicros, first.endMicros());
      first.work().deliver();
      settle();
    }
  }

  private void start(InferencePool pool) {
    while (running.size() < WORKERS) {
      Optional<WaitingWork> next = pool.next();
      if (next.isEmpty()) {
        return;
      }
      WaitingWork work = next.get();
      if (work.compute()) {
        running.add(new Running(nowMicros + micros(work.lane()), started++, work));
      } else {
        work.deliver();
      }
      // A model hands words on while it runs.
      settle();
    }
  }

  @Override
  public void shutdown() {
    // Nothing to end: there is no thread.
  }

  @Override
  public List<Runnable> shutdownNow() {
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    settle();
    return true;
  }
}
