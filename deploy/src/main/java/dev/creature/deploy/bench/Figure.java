package dev.creature.deploy.bench;

import java.util.List;

/**
 * One measured figure.
 *
 * @param name what it says, such as {@code voice to voice, median}
 * @param value the figure
 * @param unit such as {@code ms}, {@code %}, {@code × real time}; empty for a count
 * @param target what it is held against
 * @param n how many measurements are behind it
 * @param each these measurements in the order made, for the plot; may be empty
 */
public record Figure(
    String name, double value, String unit, Target target, int n, List<Double> each) {
  public Figure {
    each = List.copyOf(each);
  }

  /** A figure without the measurements behind it. */
  public static Figure of(String name, double value, String unit, Target target, int n) {
    return new Figure(name, value, unit, target, n, List.of());
  }
}
