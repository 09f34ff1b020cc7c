package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.models.store.Assembled;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.whisper.WhisperAssembly;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With the real models, where they are on this machine. */
class HearCommandTest {
  private static final Path RECORDINGS =
      Path.of(System.getProperty("creature.repository"))
          .resolve("voice-loop/src/test/resources/audio");

  @TempDir private Path folder;
  private final StringWriter output = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeEach
  void needsTheModels() throws IOException {
    ModelFolder models = ModelFolder.ofUser();
    boolean there =
        Stream.of("silero-vad", "smart-turn-v3.2", "whisper-tiny.en")
            .allMatch(id -> Files.isDirectory(models.source(id)));
    assumeTrue(
        there,
        "skipped: the models of `hear` are not in "
            + models.root()
            + "; run ./creature models pull");
    Assembled.ensure(models, WhisperAssembly.MODEL_ID, new WhisperAssembly());
  }

  @Test
  void printsWhatWasSaid() {
    assertThat(hear(RECORDINGS.resolve("one-war.wav").toString())).isZero();
    assertThat(output.toString().strip())
        .isEqualToIgnoringCase("We are sure that one war is enough.");
    assertThat(errors.toString()).isEmpty();
  }

  @Test
  void printsALineOfJsonForEachFileInOrderAndGoesOnBehindAWrongOne() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.wav"), "Buy milk.\n");
    Path empty = Files.createFile(folder.resolve("empty.flac"));
    int code =
        hear(
            "--json",
            text.toString(),
            RECORDINGS.resolve("one-war.flac").toString(),
            empty.toString(),
            folder.resolve("none.wav").toString(),
            RECORDINGS.resolve("snacks.webm").toString());
    assertThat(code).isEqualTo(2);
    List<JsonNode> lines = output.toString().lines().map(HearCommandTest::json).toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0).path("error").textValue()).contains("is text, not sound");
    JsonNode war = lines.get(1);
    assertThat(war.path("file").textValue()).endsWith("one-war.flac");
    assertThat(war.path("text").textValue()).containsIgnoringCase("one war is enough");
    assertThat(war.path("segments")).hasSize(1);
    assertThat(war.path("segments").get(0).path("startMs").longValue()).isBetween(0L, 200L);
    assertThat(war.path("turnEndsMs").get(0).longValue()).isBetween(1600L, 1850L);
    assertThat(war.path("audioMs").longValue()).isEqualTo(2010);
    assertThat(war.path("computeMs").longValue()).isPositive();
    assertThat(lines.get(2).path("error").textValue()).contains("is empty");
    assertThat(lines.get(3).path("error").textValue()).contains("no such file");
    assertThat(lines.get(4).path("text").textValue()).containsIgnoringCase("snacks");
    assertThat(errors.toString().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("creature: "));
  }

  @Test
  void aTruncatedRecordingIsHeardWithAWarning() throws IOException {
    byte[] whole = Files.readAllBytes(RECORDINGS.resolve("one-war.wav"));
    Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, whole.length * 3 / 4));
    assertThat(hear(cut.toString())).isZero();
    assertThat(output.toString()).containsIgnoringCase("we are sure");
    assertThat(errors.toString()).contains("cut.wav: ends early");
  }

  @Test
  void samplesWithoutHeaderAreHeard() throws IOException {
    byte[] whole = Files.readAllBytes(RECORDINGS.resolve("one-war.wav"));
    Path bare =
        Files.write(folder.resolve("bare.pcm"), Arrays.copyOfRange(whole, 44, whole.length));
    assertThat(hear("--raw", bare.toString())).isZero();
    assertThat(output.toString()).containsIgnoringCase("one war is enough");
  }

  private int hear(String... arguments) {
    CommandLine line = CreatureCommand.commandLine();
    line.setOut(new PrintWriter(output, true));
    line.setErr(new PrintWriter(errors, true));
    String[] all =
        Stream.concat(Stream.of("hear"), Arrays.stream(arguments)).toArray(String[]::new);
    return line.execute(all);
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }
}
