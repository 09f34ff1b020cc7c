package dev.creature.tools.work;

import dev.creature.actors.task.TaskId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tasks that wait in the order they came, and cancels that came before their task. */
public final class JobQueue {
  private final int size;
  private final Deque<Job> waiting = new ArrayDeque<>();
  private final Set<TaskId> revoked = new LinkedHashSet<>();

  /** An empty one, in which {@code size} tasks may wait. */
  public JobQueue(int size) {
    this.size = size;
  }

  /** Whether none waits. */
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Whether no more may wait. */
  public boolean isFull() {
    return waiting.size() >= size;
  }

  /** Puts it behind the others. */
  public void add(Job job) {
    waiting.add(job);
  }

  /** Takes the first; there must be one. */
  public Job next() {
    return waiting.remove();
  }

  /** Has another one told of a task that waits; false where none does. */
  public boolean replace(Job job) {
    if (waiting.stream().noneMatch(it -> it.task().equals(job.task()))) {
      return false;
    }
    List<Job> same = waiting.stream().map(it -> it.task().equals(job.task()) ? job : it).toList();
    waiting.clear();
    waiting.addAll(same);
    return true;
  }

  /** Takes one out of the middle. */
  public Optional<Job> take(TaskId task) {
    Optional<Job> waits = waiting.stream().filter(it -> it.task().equals(task)).findFirst();
    waits.ifPresent(waiting::remove);
    return waits;
  }

  /** Takes all, in their order. */
  public List<Job> takeAll() {
    List<Job> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  /** Remembers a cancel until its task comes; the oldest is forgotten first. */
  public void revoke(TaskId task) {
    revoked.add(task);
    if (revoked.size() > TaskEnd.REMEMBERED) {
      revoked.remove(revoked.iterator().next());
    }
  }

  /** Whether its cancel has come first; asked once. */
  public boolean wasRevoked(TaskId task) {
    return revoked.remove(task);
  }
}
