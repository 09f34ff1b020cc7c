package dev.creature.deploy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a benchmark run measured.
 *
 * @param version of the creature
 * @param time when it was run, ISO-8601
 * @param leftOut what of the material could not be used, and why
 */
public record Scorecard(
    String version, String time, Machine machine, List<SuiteResult> suites, List<String> leftOut) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Scorecard {
    suites = List.copyOf(suites);
    leftOut = List.copyOf(leftOut);
  }

  public Scorecard(String version, String time, Machine machine, List<SuiteResult> suites) {
    this(version, time, machine, suites, List.of());
  }

  /**
   * Writes {@code scorecard.json} and {@code report.html} into a folder, which is created where it
   * is missing.
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    MAPPER.writeValue(folder.resolve("scorecard.json").toFile(), json());
    Files.writeString(folder.resolve("report.html"), ReportPage.of(this));
  }

  private ObjectNode json() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", version).put("time", time);
    root.set("machine", MAPPER.valueToTree(machine));
    if (!leftOut.isEmpty()) {
      root.set("leftOut", MAPPER.valueToTree(leftOut));
    }
    for (SuiteResult suite : suites) {
      ObjectNode node = root.withObject("/suites/" + suite.suite());
      node.put("explanation", suite.explanation());
      for (Figure figure : suite.figures()) {
        ObjectNode entry = node.withArray("figures").addObject();
        entry.put("name", figure.name()).put("value", figure.value()).put("unit", figure.unit());
        switch (figure.target()) {
          case Target.AtMost(double bound) -> entry.put("atMost", bound);
          case Target.AtLeast(double bound) -> entry.put("atLeast", bound);
          case Target.None() -> {
            // Only reported.
          }
        }
        entry.put("met", figure.target().met(figure.value())).put("n", figure.n());
        if (!figure.each().isEmpty()) {
          entry.set("each", MAPPER.valueToTree(figure.each()));
        }
      }
      if (!suite.charts().isEmpty()) {
        node.set("charts", MAPPER.valueToTree(suite.charts()));
      }
      if (!suite.remarks().isEmpty()) {
        node.set("remarks", MAPPER.valueToTree(suite.remarks()));
      }
    }
    return root;
  }
}
