package dev.creature.models.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The small pool of platform threads that all inference runs on, behind a queue that is fair across
 * conversations.
 *
 * <p>Work is taken from the nearest {@link Lane} to sound first and, within a lane, from each
 * conversation in turn, so that one talkative conversation can't starve another. Work in {@link
 * Lane#BACKGROUND} leaves one thread free for the lanes above it wherever there is more than one. A
 * piece of work should be short (one model run): a long job, such as the tokens of a reply, submits
 * its next step when the last is done, and so can be cancelled or overtaken between steps. One more
 * thread takes nothing but {@link Lane#LISTENING}, so that this never waits for the end of a step.
 *
 * <p>The queue is unbounded, because every caller bounds its own work in flight; nothing that was
 * accepted is dropped.
 */
public final class InferencePool implements AutoCloseable {
  private record Job(
      Lane lane, Callable<?> work, CompletableFuture<Object> result, long queuedNanos) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition pulse = lock.newCondition();
  private final WaitingLanes<Job> waiting = new WaitingLanes<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile ObjLongConsumer<Lane> waited = (_, _) -> {};
  private int backgroundRunning;
  private boolean stepped;
  private boolean closed;

  /**
   * Starts the pool.
   *
   * @param threadCount number of platform threads beside the one that only listens, at least 1
   */
  public InferencePool(int threadCount) {
    if (threadCount < 1) {
      throw new IllegalArgumentException("threadCount must be at least 1, not " + threadCount);
    }
    for (int i = 1; i <= threadCount; i++) {
      threads.add(thread("inference-" + i, () -> serve(this::poll, arrived)));
    }
    threads.add(thread("inference-listening", () -> serve(this::pollListening, pulse)));
    threads.forEach(Thread::start);
  }

  /**
   * Queues a piece of work.
   *
   * @param lane how near it is to sound
   * @param conversation whom it is for; work of one conversation in one lane starts in the order
   *     submitted
   * @param work runs on an inference thread
   * @return completes on the inference thread with the result or the exception of {@code work}.
   *     Cancelling it before the work starts drops the work.
   * @throws RejectedExecutionException when the pool is closed
   */
  public <T> CompletableFuture<T> submit(Lane lane, String conversation, Callable<T> work) {
    CompletableFuture<Object> result = new CompletableFuture<>();
    lock.lock();
    try {
      if (closed) {
        throw new RejectedExecutionException("the inference pool is closed");
      }
      waiting.add(lane, conversation, new Job(lane, work, result, System.nanoTime()));
      if (lane == Lane.LISTENING) {
        pulse.signal();
      }
      // The others take that, too, when the listening thread is behind.
      arrived.signal();
    } finally {
      lock.unlock();
    }
    @SuppressWarnings("unchecked") // Completed only with what the Callable<T> returned.
    CompletableFuture<T> typed = (CompletableFuture<T>) (CompletableFuture<?>) result;
    return typed;
  }

  /** How many pieces of work wait, in all lanes. */
  public int queued() {
    lock.lock();
    try {
      return Stream.of(Lane.values()).mapToInt(waiting::count).sum();
    } finally {
      lock.unlock();
    }
  }

  /** How many pieces of work wait in one lane. */
  public int queued(Lane lane) {
    lock.lock();
    try {
      return waiting.count(lane);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tells how long each piece of work waited, in nanoseconds, when a thread takes it.
   *
   * @param watcher called on inference threads; must not block nor throw
   */
  public void onStart(ObjLongConsumer<Lane> watcher) {
    waited = watcher;
  }

  /** Number of threads that take all work. */
  public int threadCount() {
    return threads.size() - 1;
  }

  /**
   * Ends the threads when what they run is done. From now on whoever calls this runs the work, for
   * conversations in virtual time; what waits, waits for him.
   */
  public void handOver() {
    lock.lock();
    try {
      stepped = true;
      wakeAll();
    } finally {
      lock.unlock();
    }
    join(threads);
  }

  /**
   * The next piece of work, in the order in which the threads would have taken it; only after
   * {@link #handOver}.
   */
  public Optional<WaitingWork> next() {
    lock.lock();
    try {
      if (!stepped) {
        throw new IllegalStateException("the pool's own threads run its work");
      }
      return poll()
          .map(job -> new WaitingWork(job.lane(), job.work(), job.result(), () -> done(job)));
    } finally {
      lock.unlock();
    }
  }

  /** Runs what is being run to its end, cancels what waits, and ends the threads. */
  @Override
  public void close() {
    join(takeNoMore());
  }

  private static void join(List<Thread> ending) {
    for (Thread thread : ending) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /**
   * Closes without waiting longer than a given time for what is being run.
   *
   * @return whether nothing runs any more
   */
  boolean close(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    for (Thread thread : takeNoMore()) {
      try {
        if (!thread.join(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
          return false;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** The threads to wait for, which are all but the one that asks. */
  private List<Thread> takeNoMore() {
    List<Job> abandoned;
    lock.lock();
    try {
      closed = true;
      abandoned = waiting.takeAll();
      wakeAll();
    } finally {
      lock.unlock();
    }
    abandoned.forEach(job -> job.result().cancel(false));
    return threads.stream().filter(thread -> !thread.equals(Thread.currentThread())).toList();
  }

  private static Thread thread(String name, Runnable serve) {
    return Thread.ofPlatform().daemon().name(name).unstarted(serve);
  }

  private void wakeAll() {
    arrived.signalAll();
    pulse.signalAll();
  }

  private void serve(Supplier<Optional<Job>> poll, Condition work) {
    Optional<Job> next = take(poll, work);
    while (next.isPresent()) {
      run(next.get());
      next = take(poll, work);
    }
  }

  private void run(Job job) {
    try {
      if (!job.result().isDone()) {
        waited.accept(job.lane(), System.nanoTime() - job.queuedNanos());
        job.result().complete(job.work().call());
      }
    } catch (Throwable failure) {
      // Whatever it was belongs to the one who asked; the thread serves on.
      job.result().completeExceptionally(failure);
    } finally {
      done(job);
    }
  }

  private void done(Job job) {
    if (job.lane() != Lane.BACKGROUND) {
      return;
    }
    lock.lock();
    try {
      backgroundRunning--;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Job> take(Supplier<Optional<Job>> poll, Condition work) {
    lock.lock();
    try {
      while (!stepped) {
        Optional<Job> job = poll.get();
        if (job.isPresent() || closed) {
          return job;
        }
        work.awaitUninterruptibly();
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Job> poll() {
    for (Lane lane : Lane.values()) {
      boolean full = lane == Lane.BACKGROUND && backgroundRunning >= Math.max(1, threadCount() - 1);
      Optional<Job> job = full ? Optional.empty() : waiting.take(lane);
      if (job.isPresent()) {
        backgroundRunning += lane == Lane.BACKGROUND ? 1 : 0;
        return job;
      }
    }
    return Optional.empty();
  }

  private Optional<Job> pollListening() {
    return waiting.take(Lane.LISTENING);
  }
}
