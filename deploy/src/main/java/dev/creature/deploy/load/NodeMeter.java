package dev.creature.deploy.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Watches what nodes take of the machine, over all their processes. */
final class NodeMeter implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final List<LocalNode> nodes;
  private final long residentBefore;
  private final Map<Long, Long> first = new ConcurrentHashMap<>();
  private final Map<Long, Long> last = new ConcurrentHashMap<>();
  private final Thread watch;
  private volatile long peakResident;

  NodeMeter(List<LocalNode> nodes) {
    this.nodes = nodes;
    this.residentBefore = look();
    this.peakResident = residentBefore;
    this.watch = Thread.ofVirtual().name("node-meter").start(this::run);
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(LOOK);
        peakResident = Math.max(peakResident, look());
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private long look() {
    long resident = 0;
    for (LocalNode node : nodes) {
      Optional<Long> pid = node.pid();
      Optional<ProcessUse> use = pid.flatMap(ProcessUse::of);
      if (use.isPresent()) {
        // A process that was started meanwhile counts from its start.
        first.putIfAbsent(pid.get(), first.size() < nodes.size() ? use.get().processorMillis() : 0);
        last.put(pid.get(), use.get().processorMillis());
        resident += use.get().residentMiB();
      }
    }
    return resident;
  }

  /** Processor time of all processes since this was made. */
  long processorMillis() {
    return last.entrySet().stream()
        .mapToLong(entry -> entry.getValue() - first.getOrDefault(entry.getKey(), 0L))
        .sum();
  }

  /** By how much the nodes grew. */
  long grownMiB() {
    return Math.max(0, peakResident - residentBefore);
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
