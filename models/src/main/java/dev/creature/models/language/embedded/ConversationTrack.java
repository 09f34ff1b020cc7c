package dev.creature.models.language.embedded;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.ModelFailure;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Does the work of one conversation in order, a step at a time, on the inference pool: the cache
 * has one user at a time. Thread-safe.
 */
final class ConversationTrack implements AutoCloseable {
  private final String conversation;
  private final InferencePool pool;
  private final ConversationMemory memory;
  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Work> waiting = new ArrayDeque<>();
  private Optional<Work> current = Optional.empty();
  private boolean closed;

  ConversationTrack(String conversation, InferencePool pool, ConversationMemory memory) {
    this.conversation = conversation;
    this.pool = pool;
    this.memory = memory;
  }

  /**
   * Queues work. A reply makes the reading ahead before it give way, and so does a later reading:
   * what the user has said since makes the earlier one useless.
   */
  void add(Work work) {
    lock.lock();
    try {
      if (closed) {
        work.fail(new ModelFailure("the conversation " + conversation + " is over"));
        return;
      }
      switch (work) {
        case Reply _, ToolReply _ -> dropReading();
        case ReadAhead reading when reading.supersedes() -> dropReading();
        case ReadAhead _ -> {}
      }
      waiting.add(work);
      if (current.isEmpty()) {
        next();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives up reading ahead; what was read is kept. */
  void rest() {
    lock.lock();
    try {
      dropReading();
    } finally {
      lock.unlock();
    }
  }

  /** Ends what is under way and frees the memory as soon as no step uses it. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      current.ifPresent(Work::cancel);
      waiting.forEach(Work::cancel);
      waiting.clear();
      if (current.isEmpty()) {
        memory.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private void dropReading() {
    current
        .filter(ReadAhead.class::isInstance)
        .ifPresent(reading -> {
          reading.cancel();
          // It may be in the middle of a step, which takes a large model a good part of a second.
          memory.reader().interrupt();
        });
    waiting.stream().filter(ReadAhead.class::isInstance).forEach(Work::cancel);
    waiting.removeIf(ReadAhead.class::isInstance);
  }

  private void next() {
    current = Optional.ofNullable(waiting.poll());
    if (current.isPresent()) {
      schedule(current.get());
    } else if (closed) {
      memory.close();
    }
  }

  private void schedule(Work work) {
    try {
      pool.submit(work.lane(), conversation, () -> work.step(memory))
          .whenComplete((finished, failure) -> advance(work, finished, failure));
    } catch (RejectedExecutionException e) {
      work.fail(e);
      next();
    }
  }

  private void advance(
      Work work,
      @org.jspecify.annotations.Nullable Boolean finished,
      @org.jspecify.annotations.Nullable Throwable failure) {
    lock.lock();
    try {
      if (failure != null) {
        work.fail(failure);
      }
      if (finished == null || finished || closed) {
        next();
      } else {
        schedule(work);
      }
    } finally {
      lock.unlock();
    }
  }
}
