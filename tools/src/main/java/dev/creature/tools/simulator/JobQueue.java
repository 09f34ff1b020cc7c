package dev.creature.tools.simulator;

import dev.creature.actors.task.TaskId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tasks that wait in the order they came, and cancels that came before their task. */
final class JobQueue {
  private final int size;
  private final Deque<Job> waiting = new ArrayDeque<>();
  private final Set<TaskId> revoked = new LinkedHashSet<>();

  JobQueue(int size) {
    this.size = size;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean isFull() {
    return waiting.size() >= size;
  }

  void add(Job job) {
    waiting.add(job);
  }

  Job next() {
    return waiting.remove();
  }

  /** Has another one told of a task that waits; false where none does. */
  boolean replace(Job job) {
    if (waiting.stream().noneMatch(it -> it.task().equals(job.task()))) {
      return false;
    }
    List<Job> same = waiting.stream().map(it -> it.task().equals(job.task()) ? job : it).toList();
    waiting.clear();
    waiting.addAll(same);
    return true;
  }

  /** Takes one out of the middle. */
  Optional<Job> take(TaskId task) {
    Optional<Job> waits = waiting.stream().filter(it -> it.task().equals(task)).findFirst();
    waits.ifPresent(waiting::remove);
    return waits;
  }

  List<Job> takeAll() {
    List<Job> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  /** Remembers a cancel until its task comes; the oldest is forgotten first. */
  void revoke(TaskId task) {
    revoked.add(task);
    if (revoked.size() > BodyMemory.REMEMBERED) {
      revoked.remove(revoked.iterator().next());
    }
  }

  /** Whether its cancel has come first; asked once. */
  boolean wasRevoked(TaskId task) {
    return revoked.remove(task);
  }
}
