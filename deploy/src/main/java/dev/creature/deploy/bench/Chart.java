package dev.creature.deploy.bench;

import java.util.List;

/**
 * Figures that belong together as curves.
 *
 * @param title what it shows
 * @param xAxis name and unit
 * @param yAxis name and unit
 * @param curves in the order of the legend
 */
public record Chart(String title, String xAxis, String yAxis, List<Curve> curves) {
  public Chart {
    curves = List.copyOf(curves);
  }

  /**
   * One curve.
   *
   * @param name for the legend
   * @param points in the order in which they are joined
   */
  public record Curve(String name, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * A point.
   *
   * @param label what was set to get there, such as {@code 0.5}
   */
  public record Point(double x, double y, String label) {}
}
