package dev.creature.deploy.node;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.function.DoubleSupplier;

/**
 * Measures the headroom of this machine, or of the container that it is, smoothed over some
 * seconds. Not thread-safe.
 */
final class HeadroomGauge {
  /** How much of a new measurement counts when there is one a second. */
  private static final double NEW_SHARE = 0.3;

  private final DoubleSupplier machineLoad01;
  private final DoubleSupplier processLoad01;
  private final double cores;
  private boolean measured;
  private double machine01;
  private double process01;
  private double engine01;

  /**
   * A gauge that reads where it is told.
   *
   * @param machineLoad01 share of all cores that is used; below 0 where nobody knows
   * @param processLoad01 share of all cores that this process uses; below 0 where nobody knows
   */
  HeadroomGauge(double cores, DoubleSupplier machineLoad01, DoubleSupplier processLoad01) {
    this.cores = cores;
    this.machineLoad01 = machineLoad01;
    this.processLoad01 = processLoad01;
  }

  /** Of this machine; of one that does not tell, as if it were idle. */
  static HeadroomGauge here() {
    OperatingSystemMXBean plain = ManagementFactory.getOperatingSystemMXBean();
    double cores = plain.getAvailableProcessors();
    return plain instanceof com.sun.management.OperatingSystemMXBean system
        ? new HeadroomGauge(cores, system::getCpuLoad, system::getProcessCpuLoad)
        : new HeadroomGauge(cores, () -> -1, () -> -1);
  }

  /**
   * Looks again; once a second.
   *
   * @param engineLoad01 of what the voice runs on beside these cores, 0 to 1
   */
  Headroom look(double engineLoad01) {
    machine01 = smooth(machine01, machineLoad01.getAsDouble());
    process01 = smooth(process01, processLoad01.getAsDouble());
    engine01 = smooth(engine01, engineLoad01);
    measured = true;
    return new Headroom(cores, cores * (1 - machine01), cores * process01, engine01);
  }

  private double smooth(double before, double now) {
    if (!(now >= 0)) {
      return before;
    }
    double bounded = Math.min(1, now);
    return measured ? before + NEW_SHARE * (bounded - before) : bounded;
  }
}
