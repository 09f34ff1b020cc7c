package dev.creature.deploy.bench;

import java.util.List;
import java.util.Locale;

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

  /** One line of text. */
  public String line() {
    String bound =
        switch (target) {
          case Target.AtMost(double most) -> String.format(Locale.ROOT, ", wanted ≤ %.4g", most);
          case Target.AtLeast(double least) -> String.format(Locale.ROOT, ", wanted ≥ %.4g", least);
          case Target.None() -> "";
        };
    return String.format(
        Locale.ROOT,
        "%s %s: %.4g %s (n = %d%s)",
        target instanceof Target.None ? " " : target.met(value) ? "✓" : "✗",
        name,
        value,
        unit,
        n,
        bound);
  }

  /** A figure without the measurements behind it. */
  public static Figure of(String name, double value, String unit, Target target, int n) {
    return new Figure(name, value, unit, target, n, List.of());
  }
}
