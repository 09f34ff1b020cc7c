package dev.creature.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The scorecard as one HTML page without scripts or outside files: figures, targets, and a plot of
 * the measurements behind.
 */
final class ReportPage {
  private ReportPage() {}

  static String of(Scorecard scorecard) {
    StringBuilder body = new StringBuilder();
    long targets = 0;
    long met = 0;
    for (SuiteResult suite : scorecard.suites()) {
      for (Figure figure : suite.figures()) {
        boolean held = !(figure.target() instanceof Target.None);
        targets += held ? 1 : 0;
        met += held && figure.target().met(figure.value()) ? 1 : 0;
      }
      appendSuite(body, suite);
    }
    appendLeftOut(body, scorecard.leftOut());
    Machine machine = scorecard.machine();
    return template()
        .replace("{{summary}}", "%d of %d targets met".formatted(met, targets))
        .replace("{{version}}", escape(scorecard.version()))
        .replace("{{time}}", escape(scorecard.time()))
        .replace(
            "{{machine}}",
            escape(
                "%s, %d cores, %.1f GiB · %s · Java %s"
                    .formatted(
                        machine.processor(),
                        machine.cores(),
                        machine.memoryMiB() / 1024.0,
                        machine.system(),
                        machine.java())))
        .replace("{{body}}", body);
  }

  private static void appendSuite(StringBuilder body, SuiteResult suite) {
    body.append("<section><h2>").append(escape(suite.suite())).append("</h2>");
    body.append("<p>").append(escape(suite.explanation())).append("</p>");
    body.append(
        "<table><thead><tr><th>figure</th><th>value</th><th>target</th><th>n</th><th>measurements</th></tr></thead>");
    for (Figure figure : suite.figures()) {
      appendFigure(body, figure);
    }
    body.append("</table>");
    suite.charts().forEach(chart -> body.append(ChartDrawing.of(chart)));
    for (String remark : suite.remarks()) {
      body.append("<p class=remark>").append(escape(remark)).append("</p>");
    }
    body.append("</section>");
  }

  private static void appendLeftOut(StringBuilder body, List<String> leftOut) {
    if (leftOut.isEmpty()) {
      return;
    }
    body.append("<section><h2>left out</h2>");
    leftOut.forEach(
        reason -> body.append("<p class=remark>").append(escape(reason)).append("</p>"));
    body.append("</section>");
  }

  private static void appendFigure(StringBuilder body, Figure figure) {
    Target target = figure.target();
    String state =
        target instanceof Target.None ? "" : target.met(figure.value()) ? "met" : "missed";
    String bound =
        switch (target) {
          case Target.AtMost(double value) -> "≤ " + number(value);
          case Target.AtLeast(double value) -> "≥ " + number(value);
          case Target.None() -> "";
        };
    body.append("<tr><th scope=row>").append(escape(figure.name())).append("</th><td class=value>");
    body.append("<b class=\"").append(state).append("\">").append(number(figure.value()));
    body.append("</b> ").append(escape(figure.unit()));
    if (!state.isEmpty()) {
      body.append("<span class=\"state ")
          .append(state)
          .append("\">")
          .append(state)
          .append("</span>");
    }
    body.append("</td><td>")
        .append(bound)
        .append("</td><td>")
        .append(figure.n())
        .append("</td><td>");
    body.append(plot(figure)).append("</td></tr>");
  }

  /**
   * A strip plot: each measurement a dot along the axis from 0 to the largest, the target a line.
   */
  private static String plot(Figure figure) {
    if (figure.each().size() < 2) {
      return "";
    }
    double bound =
        switch (figure.target()) {
          case Target.AtMost(double value) -> value;
          case Target.AtLeast(double value) -> value;
          case Target.None() -> 0;
        };
    double largest = figure.each().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    double scale = 300 / Math.max(Math.max(largest, bound), 1e-9);
    StringBuilder plot =
        new StringBuilder("<svg viewBox='0 0 320 34' width=320 height=34 role=img aria-label='")
            .append(figure.each().size())
            .append(" measurements'><line class=axis x1=8 x2=312 y1=28 y2=28 />");
    for (int i = 0; i < figure.each().size(); i++) {
      // Spread over a few rows, so that equal values do not hide each other.
      plot.append(
          String.format(
              Locale.ROOT,
              "<circle cx='%.1f' cy='%d' r='2.4'/>",
              8 + figure.each().get(i) * scale,
              6 + (i * 7) % 19));
    }
    if (bound > 0) {
      plot.append(
          String.format(
              Locale.ROOT,
              "<line class=target x1='%1$.1f' x2='%1$.1f' y1='0' y2='32'/>",
              8 + bound * scale));
    }
    return plot.append("</svg>").toString();
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String format =
        size >= 100 || value == Math.rint(value) ? "%.0f" : size >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String template() {
    try (InputStream page = ReportPage.class.getResourceAsStream("report.html")) {
      return new String(
          Objects.requireNonNull(page, "report.html is part of the program").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
