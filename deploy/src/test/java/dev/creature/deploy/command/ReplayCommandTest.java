package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.store.ModelFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Real recordings and models: recorded in real time, then held twice in virtual time. */
class ReplayCommandTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("creature.repository", ".."), "docs/examples/hello.json");

  @TempDir private Path folder;
  private final StringWriter errors = new StringWriter();

  @Test
  void givesTheSameEventsAndTheSameSoundEachTime() throws IOException {
    StoredModels stored = StoredModels.in(ModelFolder.ofUser());
    assumeTrue(
        ModelCatalog.load().named(List.of("default")).stream()
            .allMatch(model -> stored.state(model) == StoredModels.State.READY),
        "the default models are missing: run ./creature models pull");
    Path config = Files.writeString(folder.resolve("empty.conf"), "");
    Path recorded = folder.resolve("recorded");
    assertThat(
            run(
                "converse",
                EXAMPLE.toString(),
                "--out",
                recorded.toString(),
                "--config",
                config + ""))
        .as(errors.toString())
        .isZero();

    for (String time : List.of("first", "second")) {
      assertThat(run("replay", recorded.toString(), "--out", folder.resolve(time).toString()))
          .as(errors.toString())
          .isZero();
    }

    for (String file : List.of("events.jsonl", "conversation.wav", "microphone.wav")) {
      assertThat(folder.resolve("second").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
    }
    assertThat(folder.resolve("first/microphone.wav"))
        .hasSameBinaryContentAs(recorded.resolve("microphone.wav"));
    JsonNode report = new ObjectMapper().readTree(folder.resolve("first/replay.json").toFile());
    assertThat(report.path("turns").intValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("first/events.jsonl")))
        .contains("reply.audio.ended")
        .contains("weather");
  }

  @Test
  void saysWhatItNeedsWhereNothingWasRecorded() {
    assertThat(run("replay", folder.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("session.json: there is no such file");
  }

  private int run(String... arguments) {
    CommandLine line = CreatureCommand.commandLine();
    line.setErr(new PrintWriter(errors));
    line.setOut(new PrintWriter(new StringWriter()));
    return line.execute(arguments);
  }
}
