package dev.creature.deploy.bench;

import java.util.Locale;

/** Draws a chart as SVG, in the colours of the report. */
final class ChartDrawing {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 56;
  private static final int RIGHT = 16;
  private static final int TOP = 16;
  private static final int BOTTOM = 48;
  private static final int TICKS = 5;

  private final Chart chart;
  private final double xLargest;
  private final double yLargest;
  private final StringBuilder svg = new StringBuilder();

  private ChartDrawing(Chart chart) {
    this.chart = chart;
    this.xLargest = round(largest(true));
    this.yLargest = round(largest(false));
  }

  static String of(Chart chart) {
    return new ChartDrawing(chart).draw();
  }

  private String draw() {
    svg.append("<figure><figcaption>").append(escape(chart.title())).append("</figcaption>");
    svg.append("<svg class=chart viewBox='0 0 %d %d' role=img>".formatted(WIDTH, HEIGHT));
    for (int i = 0; i <= TICKS; i++) {
      double x = x(xLargest * i / TICKS);
      double y = y(yLargest * i / TICKS);
      svg.append(text(x, HEIGHT - BOTTOM + 18, "middle", "%.0f".formatted(xLargest * i / TICKS)));
      svg.append(text(LEFT - 8, y + 4, "end", "%.0f".formatted(yLargest * i / TICKS)));
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=axis x1='%d' x2='%d' y1='%.1f' y2='%.1f'/>",
              LEFT,
              WIDTH - RIGHT,
              y,
              y));
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", chart.xAxis()));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform='translate(14 %.1f) rotate(-90)' text-anchor=middle>%s</text>",
            (TOP + HEIGHT - BOTTOM) / 2.0,
            escape(chart.yAxis())));
    for (int i = 0; i < chart.curves().size(); i++) {
      curve(i, chart.curves().get(i));
    }
    return svg.append("</svg></figure>").toString();
  }

  private void curve(int number, Chart.Curve curve) {
    StringBuilder line = new StringBuilder();
    for (Chart.Point point : curve.points()) {
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point.x()), y(point.y())));
    }
    svg.append(
        String.format(Locale.ROOT, "<polyline class='curve c%d' points='%s'/>", number, line));
    for (Chart.Point point : curve.points()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle class='c%d' cx='%.1f' cy='%.1f' r='3'><title>%s %s</title></circle>",
              number,
              x(point.x()),
              y(point.y()),
              escape(curve.name()),
              escape(point.label())));
    }
    int y = TOP + 14 + number * 18;
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class='c%d' x='%d' y='%d' width='12' height='4'/>",
            number,
            WIDTH - RIGHT - 190,
            y - 6));
    svg.append(text(WIDTH - RIGHT - 172.0, y, "start", curve.name()));
  }

  private double x(double value) {
    return LEFT + value / xLargest * (WIDTH - LEFT - RIGHT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - value / yLargest * (HEIGHT - TOP - BOTTOM);
  }

  private double largest(boolean ofX) {
    return chart.curves().stream()
        .flatMap(curve -> curve.points().stream())
        .mapToDouble(point -> ofX ? point.x() : point.y())
        .max()
        .orElse(1);
  }

  /** Up to a number that the ticks divide well. */
  private static double round(double value) {
    double step = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1)))) / 2;
    return Math.max(step, Math.ceil(value / step) * step);
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x='%.1f' y='%.1f' text-anchor=%s>%s</text>",
        x,
        y,
        anchor,
        escape(text));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;");
  }
}
