package dev.creature.deploy.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.AudioSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Real recordings, real models, real time. */
class ConverseCommandTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("creature.repository", ".."), "docs/examples/hello.json");

  @TempDir private Path folder;
  private final StringWriter errors = new StringWriter();

  @Test
  void answersARecordedPersonAloudAndWritesTheConversationDown() throws IOException {
    StoredModels stored = StoredModels.in(ModelFolder.ofUser());
    assumeTrue(
        ModelCatalog.load().named(List.of("default")).stream()
            .allMatch(model -> stored.state(model) == StoredModels.State.READY),
        "the default models are missing: run ./creature models pull");

    int exitCode = converse(EXAMPLE);

    assertThat(exitCode).as(errors.toString()).isZero();
    JsonNode report = new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
    assertThat(report.at("/voiceToVoiceMs/n").intValue()).isEqualTo(2);
    assertThat(report.at("/unanswered")).isEmpty();
    List<JsonNode> events = events();
    assertThat(texts(events, "user.final").getFirst().toLowerCase(Locale.ROOT)).contains("weather");
    assertThat(texts(events, "user.partial")).isNotEmpty();
    List<long[]> sounds = soundsOfTheCreature();
    List<Long> starts = times(events, "reply.audio.started");
    List<Long> ends = times(events, "reply.audio.ended");
    assertThat(starts).hasSize(2);
    assertThat(ends).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat((double) onsetNear(sounds, starts.get(i))).isCloseTo(starts.get(i), within20());
      assertThat((double) endNear(sounds, ends.get(i))).isCloseTo(ends.get(i), within20());
    }
    assertThat(times(events, "affect")).isNotEmpty();
    List<JsonNode> frames =
        events.stream().filter(it -> it.path("type").asText().equals("face")).toList();
    for (int i = 0; i < 2; i++) {
      long start = starts.get(i);
      long opens =
          frames.stream()
              .filter(it -> it.path("speaking").asBoolean() && it.path("t").asLong() >= start - 80)
              .mapToLong(it -> it.path("t").asLong())
              .findFirst()
              .orElseThrow();
      assertThat(opens).as("the mouth opens with the voice").isBetween(start - 80, start + 80);
    }
  }

  @Test
  void saysWhatIsWrongWithAScript() throws IOException {
    Path script = folder.resolve("bad.json");
    Files.writeString(script, "{\"input\":[{\"audio\":\"gone.wav\"}]}");

    assertThat(converse(script)).isEqualTo(2);
    assertThat(errors.toString())
        .contains("input[0].audio: there is no file")
        .doesNotContain("\tat ");
  }

  @Test
  void saysWhatIsWrongWithAConfiguration() throws IOException {
    Path config = Files.writeString(folder.resolve("bad.conf"), "creature.voice.sped = 1");

    assertThat(converse(EXAMPLE, config)).isEqualTo(2);
    assertThat(errors.toString())
        .contains("bad.conf:1: creature.voice.sped: there is no such key")
        .doesNotContain("\tat ");
  }

  /** Whatever the configuration of the user who runs the tests says. */
  private int converse(Path script) throws IOException {
    return converse(script, Files.writeString(folder.resolve("empty.conf"), ""));
  }

  private int converse(Path script, Path config) {
    CommandLine line = CreatureCommand.commandLine();
    line.setErr(new PrintWriter(errors));
    line.setOut(new PrintWriter(new StringWriter()));
    return line.execute(
        "converse",
        script.toString(),
        "--out",
        folder.resolve("out").toString(),
        "--config",
        config.toString());
  }

  private List<JsonNode> events() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    try (Stream<String> lines = Files.lines(folder.resolve("out/events.jsonl"))) {
      for (String line : lines.toList()) {
        events.add(mapper.readTree(line));
      }
    }
    return events;
  }

  private static List<String> texts(List<JsonNode> events, String type) {
    return of(events, type).map(event -> event.path("text").asText()).toList();
  }

  private static List<Long> times(List<JsonNode> events, String type) {
    return of(events, type).map(event -> event.path("t").longValue()).toList();
  }

  private static Stream<JsonNode> of(List<JsonNode> events, String type) {
    return events.stream().filter(event -> event.path("type").asText().equals(type));
  }

  /**
   * Stretches of sound in the right channel, in milliseconds; silence of less than 5 ms does not
   * end one.
   */
  private List<long[]> soundsOfTheCreature() throws IOException {
    List<long[]> sounds = new ArrayList<>();
    try (AudioSource source = AudioFiles.open(folder.resolve("out/conversation.wav"))) {
      float[] block = new float[2 * 24];
      long millis = 0;
      while (readWhole(source, block)) {
        boolean sounding = false;
        for (int i = 1; i < block.length; i += 2) {
          sounding |= Math.abs(block[i]) > 0.001;
        }
        if (sounding && !sounds.isEmpty() && millis - sounds.getLast()[1] < 5) {
          sounds.getLast()[1] = millis + 1;
        } else if (sounding) {
          sounds.add(new long[] {millis, millis + 1});
        }
        millis++;
      }
    }
    return sounds;
  }

  /** A read may give less than was asked for before the end, too. */
  private static boolean readWhole(AudioSource source, float[] block) {
    int frames = 0;
    while (frames < 24) {
      int read = source.read(block, 2 * frames, 24 - frames);
      if (read < 0) {
        return false;
      }
      frames += read;
    }
    return true;
  }

  private static long onsetNear(List<long[]> sounds, long millis) {
    return nearest(sounds.stream().map(sound -> sound[0]).toList(), millis);
  }

  private static long endNear(List<long[]> sounds, long millis) {
    return nearest(sounds.stream().map(sound -> sound[1]).toList(), millis);
  }

  private static long nearest(List<Long> times, long millis) {
    return times.stream()
        .min(Comparator.comparingLong(time -> Math.abs(time - millis)))
        .orElseThrow();
  }

  private static Offset<Double> within20() {
    return Offset.offset(20.0);
  }
}
