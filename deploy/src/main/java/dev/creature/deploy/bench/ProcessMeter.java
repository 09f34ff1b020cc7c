package dev.creature.deploy.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Watches what this process takes of the machine, from its making to {@link #stop}. */
public final class ProcessMeter {
  private static final long SAMPLE_MILLIS = 250;

  /**
   * What it took.
   *
   * @param averageCores processor time over time gone by: 1 is one core all the time
   * @param peakResidentMiB largest resident memory seen, 0 where the system does not tell
   */
  public record Use(double averageCores, long peakResidentMiB) {}

  private final ScheduledExecutorService sampler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("process-meter").factory());
  private final AtomicLong peakResidentMiB = new AtomicLong();
  private final long startNanos = System.nanoTime();
  private final long startProcessorNanos = processorNanos();

  public ProcessMeter() {
    sampler.scheduleAtFixedRate(
        () -> peakResidentMiB.accumulateAndGet(Machine.residentMiB(), Math::max),
        0,
        SAMPLE_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /** Ends the watch. */
  public Use stop() {
    sampler.shutdownNow();
    double cores =
        (processorNanos() - startProcessorNanos) / (double) (System.nanoTime() - startNanos);
    return new Use(cores, Math.max(peakResidentMiB.get(), Machine.residentMiB()));
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
