package dev.creature.deploy.bench;

import java.util.List;

/**
 * What one suite measured.
 *
 * @param suite its name, such as {@code converse}
 * @param explanation one or two sentences: what was done, on what material
 * @param figures in the order of interest
 * @param charts curves; may be empty
 * @param remarks what could not be measured and why, and what a reader should know; may be empty
 */
public record SuiteResult(
    String suite,
    String explanation,
    List<Figure> figures,
    List<Chart> charts,
    List<String> remarks) {
  public SuiteResult {
    figures = List.copyOf(figures);
    charts = List.copyOf(charts);
    remarks = List.copyOf(remarks);
  }

  /** A suite without curves. */
  public SuiteResult(String suite, String explanation, List<Figure> figures, List<String> remarks) {
    this(suite, explanation, figures, List.of(), remarks);
  }
}
