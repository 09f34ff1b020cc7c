package dev.creature.models.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjLongConsumer;

/**
 * The small pool of platform threads that all inference runs on, behind a queue that is fair across
 * conversations.
 *
 * <p>Work is taken from the nearest {@link Lane} to sound first and, within a lane, from each
 * conversation in turn, so that one talkative conversation can't starve another. Work in {@link
 * Lane#BACKGROUND} leaves one thread free for the lanes above it wherever there is more than one. A
 * piece of work should be short (one model run): a long job, such as the tokens of a reply, submits
 * its next step when the last is done, and so can be cancelled or overtaken between steps.
 *
 * <p>The queue is unbounded, because every caller bounds its own work in flight; nothing that was
 * accepted is dropped.
 */
public final class InferencePool implements AutoCloseable {
  private record Job(
      Lane lane, Callable<?> work, CompletableFuture<Object> result, long queuedNanos) {}

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Map<Lane, SequencedMap<String, ArrayDeque<Job>>> waiting =
      new EnumMap<>(Lane.class);
  private final List<Thread> threads = new ArrayList<>();
  private volatile ObjLongConsumer<Lane> waited = (_, _) -> {};
  private int backgroundRunning;
  private boolean stepped;
  private boolean closed;

  /**
   * Starts the pool.
   *
   * @param threadCount number of platform threads, at least 1
   */
  public InferencePool(int threadCount) {
    if (threadCount < 1) {
      throw new IllegalArgumentException("threadCount must be at least 1, not " + threadCount);
    }
    for (int i = 1; i <= threadCount; i++) {
      threads.add(Thread.ofPlatform().daemon().name("inference-" + i).unstarted(this::serve));
    }
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
      waitingIn(lane)
          .computeIfAbsent(conversation, _ -> new ArrayDeque<>())
          .add(new Job(lane, work, result, System.nanoTime()));
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
      return waiting.values().stream()
          .flatMap(lane -> lane.values().stream())
          .mapToInt(ArrayDeque::size)
          .sum();
    } finally {
      lock.unlock();
    }
  }

  /** How many pieces of work wait in one lane. */
  public int queued(Lane lane) {
    lock.lock();
    try {
      return waitingIn(lane).values().stream().mapToInt(ArrayDeque::size).sum();
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

  /** Number of threads. */
  public int threadCount() {
    return threads.size();
  }

  /**
   * Ends the threads when what they run is done. From now on whoever calls this runs the work, for
   * conversations in virtual time; what waits, waits for him.
   */
  public void handOver() {
    lock.lock();
    try {
      stepped = true;
      arrived.signalAll();
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
    List<Job> abandoned = new ArrayList<>();
    lock.lock();
    try {
      closed = true;
      waiting.values().forEach(lane -> lane.values().forEach(abandoned::addAll));
      waiting.values().forEach(SequencedMap::clear);
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    abandoned.forEach(job -> job.result().cancel(false));
    return threads.stream().filter(thread -> !thread.equals(Thread.currentThread())).toList();
  }

  private SequencedMap<String, ArrayDeque<Job>> waitingIn(Lane lane) {
    return waiting.computeIfAbsent(lane, _ -> new LinkedHashMap<>());
  }

  private void serve() {
    Optional<Job> next = take();
    while (next.isPresent()) {
      run(next.get());
      next = take();
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

  private Optional<Job> take() {
    lock.lock();
    try {
      while (!stepped) {
        Optional<Job> job = poll();
        if (job.isPresent() || closed) {
          return job;
        }
        arrived.awaitUninterruptibly();
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private Optional<Job> poll() {
    for (Lane lane : Lane.values()) {
      if (lane == Lane.BACKGROUND && backgroundRunning >= Math.max(1, threads.size() - 1)) {
        continue;
      }
      SequencedMap<String, ArrayDeque<Job>> conversations = waitingIn(lane);
      Map.Entry<String, ArrayDeque<Job>> first = conversations.pollFirstEntry();
      if (first == null) {
        continue;
      }
      ArrayDeque<Job> jobs = first.getValue();
      Job job = jobs.remove();
      if (!jobs.isEmpty()) {
        // Back to the end of the round.
        conversations.putLast(first.getKey(), jobs);
      }
      if (lane == Lane.BACKGROUND) {
        backgroundRunning++;
      }
      return Optional.of(job);
    }
    return Optional.empty();
  }
}
