package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardTest {
  @TempDir Path folder;

  @Test
  void writesFiguresWithTheirTargetsAsJsonAndAsAPage() throws Exception {
    SuiteResult suite =
        new SuiteResult(
            "converse",
            "Two turns <spoken>.",
            List.of(
                new Figure("delay", 412.5, "ms", Target.atMost(700), 2, List.of(400.0, 425.0)),
                Figure.of("speed", 3, "× real time", Target.atLeast(8), 1)),
            List.of("A remark."));

    new Scorecard("1.0", "2026-01-01T00:00:00Z", Machine.here(), List.of(suite)).write(folder);

    JsonNode figures =
        new ObjectMapper()
            .readTree(folder.resolve("scorecard.json").toFile())
            .at("/suites/converse/figures");
    assertThat(figures.at("/0/value").doubleValue()).isEqualTo(412.5);
    assertThat(figures.at("/0/met").booleanValue()).isTrue();
    assertThat(figures.at("/0/each")).hasSize(2);
    assertThat(figures.at("/1/met").booleanValue()).isFalse();
    String page = Files.readString(folder.resolve("report.html"));
    assertThat(page).contains("1 of 2 targets met", "Two turns &lt;spoken&gt;.", "A remark.");
    assertThat(page).doesNotContain("{{");
  }

  @Test
  void namesWhatOfTheMaterialCouldNotBeUsed() throws Exception {
    new Scorecard(
            "1.0", "2026-01-01T00:00:00Z", Machine.here(), List.of(), List.of("a.mp3: is <MP3>"))
        .write(folder);

    JsonNode card = new ObjectMapper().readTree(folder.resolve("scorecard.json").toFile());
    assertThat(card.at("/leftOut/0").asText()).isEqualTo("a.mp3: is <MP3>");
    assertThat(Files.readString(folder.resolve("report.html"))).contains("a.mp3: is &lt;MP3&gt;");
  }
}
