package dev.creature.voiceloop.script;

import java.util.List;

/**
 * A distribution in a few figures.
 *
 * @param n how many were measured
 * @param each all of them, in the order measured
 */
public record Percentiles(
    int n, double p50, double p90, double p95, double p99, double max, List<Double> each) {
  /** Computes them by the nearest rank; all are 0 when there is nothing. */
  public static Percentiles of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Percentiles(
        sorted.size(),
        at(sorted, 0.50),
        at(sorted, 0.90),
        at(sorted, 0.95),
        at(sorted, 0.99),
        at(sorted, 1),
        List.copyOf(values));
  }

  private static double at(List<Double> sorted, double fraction) {
    return sorted.isEmpty()
        ? 0
        : sorted.get(Math.max(0, (int) Math.ceil(fraction * sorted.size()) - 1));
  }
}
