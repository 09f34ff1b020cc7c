package dev.creature.models.language.endpoint;

import java.time.Duration;
import java.util.PriorityQueue;

/** Time that passes when the test says so. */
final class TestTime implements Stopwatch {
  private record Alarm(long atNanos, Runnable action) {}

  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>((a, b) -> Long.compare(a.atNanos(), b.atNanos()));
  private long now;

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public Runnable after(Duration delay, Runnable action) {
    Alarm alarm = new Alarm(now + delay.toNanos(), action);
    alarms.add(alarm);
    return () -> alarms.remove(alarm);
  }

  void pass(Duration time) {
    long end = now + time.toNanos();
    while (!alarms.isEmpty() && alarms.element().atNanos() <= end) {
      Alarm next = alarms.remove();
      now = next.atNanos();
      next.action().run();
    }
    now = end;
  }
}
