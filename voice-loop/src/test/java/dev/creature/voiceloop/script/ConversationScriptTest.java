package dev.creature.voiceloop.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationScriptTest {
  @TempDir Path folder;

  @BeforeEach
  void recording() throws IOException {
    Files.createFile(folder.resolve("a.wav"));
  }

  @Test
  void readsEveryTypeOfWhen() throws IOException {
    ConversationScript script =
        read(
            """
            {"input":[
              {"audio":"a.wav","when":{"type":"afterReply","silenceMs":500,"timeoutMs":7000}},
              {"audio":"a.wav","when":{"type":"duringReply","ms":800}},
              {"audio":"a.wav","when":{"type":"at","ms":12000}},
              {"audio":"a.wav"}]}
            """);

    assertThat(script.inputs())
        .extracting(ConversationScript.Input::when)
        .containsExactly(
            new When.AfterReply(500, 7000),
            new When.DuringReply(800, 8000),
            new When.At(12000),
            new When.AfterReply(600, 8000));
  }

  @Test
  void readsWhatTheCreatureIsTold() throws IOException {
    ConversationScript script =
        read("{\"input\":[{\"tell\":\"The tea is ready.\"},{\"audio\":\"a.wav\"}]}");

    assertThat(script.inputs().getFirst().what()).isEqualTo(new Said.Told("The tea is ready."));
    assertThat(script.inputs().getLast().what()).isInstanceOf(Said.Aloud.class);
    refuses("{\"input\":[{\"tell\":\" \"}]}", "input[0].tell must be words");
    refuses("{\"input\":[{\"tell\":\"Tea.\",\"audio\":\"a.wav\"}]}", "input[0].tell must be words");
  }

  @Test
  void readsTheRoom() throws IOException {
    String input = "{\"input\":[{\"audio\":\"a.wav\"}]";

    assertThat(read(input + "}").room()).isEqualTo(Room.QUIET);
    assertThat(read(input + ",\"room\":{\"echoDb\":-12,\"reverbMs\":200}}").room())
        .isEqualTo(new Room(OptionalDouble.of(-12), 120, 200, OptionalDouble.empty()));
  }

  @Test
  void saysWhatIsWrongWithTheRoom() {
    String input = "{\"input\":[{\"audio\":\"a.wav\"}],\"room\":";
    refuses(input + "3}", "room must be an object");
    refuses(input + "{\"echoDb\":6}}", "room.echoDb must be from -60 to 0, not 6.0");
    refuses(input + "{\"echoDelayMs\":5}}", "room.echoDelayMs must be from 10 to 1000");
    refuses(input + "{\"noiseDb\":\"loud\"}}", "room.noiseDb must be a number, not \"loud\"");
    refuses(input + "{\"size\":1}}", "room.size is not known");
  }

  @Test
  void saysWhichFieldIsWrong() {
    refuses("[]", "\"input\" must be a list");
    refuses("{\"input\":[]}", "\"input\" must be a list with at least one entry");
    refuses("{\"input\":[{\"audio\":7}]}", "input[0].audio must be the path of a recording");
    refuses("{\"input\":[{\"audio\":\"b.wav\"}]}", "input[0].audio: there is no file");
    refuses(
        "{\"input\":[{\"audio\":\"a.wav\",\"when\":{\"type\":\"later\"}}]}",
        "input[0].when.type must be afterReply, duringReply or at, not \"later\"");
    refuses(
        "{\"input\":[{\"audio\":\"a.wav\",\"when\":{\"type\":\"at\"}}]}",
        "input[0].when.ms is missing");
    refuses(
        "{\"input\":[{\"audio\":\"a.wav\",\"when\":{\"type\":\"at\",\"ms\":-1}}]}",
        "input[0].when.ms must be a number of milliseconds");
    refuses(
        "{\"input\":[{\"audio\":\"a.wav\",\"when\":{\"type\":\"at\",\"ms\":1,\"x\":2}}]}",
        "input[0].when.x is not known; it may have ms, type");
    refuses("{\"input\":\n[}", "no valid JSON at line 2");
  }

  /** Whatever is in the file, it is read or refused with a message, never anything else. */
  @Property(tries = 500)
  void refusesAnyOtherTextWithAMessage(@ForAll String text) throws IOException {
    Path file = Files.createTempFile("script", ".json");
    try {
      Files.writeString(file, text.replaceAll("\\p{Cs}", "?"));
      assertThatThrownBy(() -> ConversationScript.read(file)).isInstanceOf(BadScript.class);
    } finally {
      Files.delete(file);
    }
  }

  private ConversationScript read(String json) throws IOException {
    Path file = folder.resolve("script.json");
    Files.writeString(file, json);
    return ConversationScript.read(file);
  }

  private void refuses(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(BadScript.class)
        .hasMessageContaining(message);
  }
}
