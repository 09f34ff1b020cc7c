package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of tools from a server that may answer anything. */
@Timeout(60)
class EndpointToolModelTest {
  private static final ToolOffer TOOL =
      new ToolOffer("do_physical_task", "moves", "{\"type\":\"object\"}");

  @Test
  void readsCallsThatAreStreamedInPieces() throws Exception {
    try (ScriptedPeer peer =
        new ScriptedPeer(stage -> {
          stage.stream();
          stage.send(delta("{\"content\":\"Let me look. \"}"));
          stage.send(
              delta(
                  "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":"
                      + "\"do_physical_task\",\"arguments\":\"{\\\"verb\\\":\"}}]}"));
          stage.send(
              delta(
                  "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"\\\"find\\\"}\"}}]}"));
          stage.send(
              delta(
                  "{\"tool_calls\":[{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"other\","
                      + "\"arguments\":\"\"}}]}"));
          stage.send("data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n");
        })) {
      assertThat(answer(peer))
          .isEqualTo(
              new ToolAnswer(
                  "Let me look.",
                  List.of(
                      new ToolCall("a", "do_physical_task", "{\"verb\":\"find\"}"),
                      new ToolCall("b", "other", "{}"))));
      assertThat(peer.requests.take()).contains("\"tools\":[{\"type\":\"function\"");
    }
  }

  @Test
  void readsAWholeAnswerOfAServerThatDoesNotStream() throws Exception {
    String whole =
        "{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"id\":\"x\",\"type\":"
            + "\"function\",\"function\":{\"name\":\"do_physical_task\",\"arguments\":{\"verb\":"
            + "\"wave\"}}}]},\"finish_reason\":\"tool_calls\"}]}";
    try (ScriptedPeer peer =
        new ScriptedPeer(ScriptedPeer.answer(200, "Content-Type: application/json\r\n", whole))) {
      assertThat(answer(peer).calls())
          .containsExactly(new ToolCall("x", "do_physical_task", "{\"verb\":\"wave\"}"));
    }
  }

  @Test
  void readsACallThatWasWrittenIntoTheWords() throws Exception {
    try (ScriptedPeer peer =
        new ScriptedPeer(
            ScriptedPeer.reply(
                "I will do it:\\n```json\\n{'name': 'do_physical_task', 'arguments': {'verb':",
                " 'wave',}}\\n```"))) {
      ToolAnswer answer = answer(peer);
      assertThat(answer.calls())
          .containsExactly(new ToolCall("call-1", "do_physical_task", "{\"verb\":\"wave\"}"));
      assertThat(answer.words()).isEqualTo("I will do it:");
    }
  }

  @Test
  void mendsArgumentsThatBreakOff() throws Exception {
    try (ScriptedPeer peer =
        new ScriptedPeer(stage -> {
          stage.stream();
          stage.send(
              delta(
                  "{\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":"
                      + "\"do_physical_task\",\"arguments\":\"{\\\"verb\\\":\\\"wave\"}}]}"));
        })) {
      assertThat(answer(peer).calls())
          .containsExactly(new ToolCall("a", "do_physical_task", "{\"verb\":\"wave\"}"));
    }
  }

  @Test
  void asksAgainWhenTheServerIsBusyOrTalksNoJson() throws Exception {
    try (ScriptedPeer peer =
        new ScriptedPeer(
            ScriptedPeer.answer(503, "", "busy"),
            stage -> {
              stage.stream();
              stage.send("data: <html>\n\n");
            },
            ScriptedPeer.reply("Done."))) {
      assertThat(answer(peer)).isEqualTo(new ToolAnswer("Done.", List.of()));
    }
  }

  @Test
  void cutsBabble() throws Exception {
    try (ScriptedPeer peer =
        new ScriptedPeer(stage -> {
          stage.stream();
          while (true) {
            stage.say("blah ".repeat(100));
          }
        })) {
      assertThat(answer(peer).words()).hasSizeLessThanOrEqualTo(ToolStream.MOST_CHARACTERS);
    }
  }

  @Test
  void failsInTimeWhenTheServerFallsSilentOrIsNotThere() throws Exception {
    try (ScriptedPeer peer =
        new ScriptedPeer(stage -> {
          stage.stream();
          stage.say("Well");
          stage.awaitHangUp();
        })) {
      assertThatThrownBy(() -> answer(peer)).hasMessageContaining("fell silent");
      assertThat(peer.awaitHangUp()).isTrue();
    }
    ScriptedPeer gone = new ScriptedPeer();
    gone.close();
    assertThatThrownBy(() -> answer(gone)).hasMessageContaining("cannot be reached");
  }

  @Test
  void saysWhatARefusalSays() throws Exception {
    try (ScriptedPeer peer =
        new ScriptedPeer(ScriptedPeer.answer(400, "", "{\"error\":{\"message\":\"no tools\"}}"))) {
      assertThatThrownBy(() -> answer(peer))
          .hasMessageContaining("HTTP 400")
          .hasMessageContaining("no tools");
    }
  }

  @Test
  void hangsUpWhenItIsTakenBack() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.Stage::awaitHangUp);
        EndpointToolModel model = model(peer)) {
      ToolModel.Asking asking = model.ask("t", dialogue(), List.of(TOOL));
      assertThat(peer.requests.take()).isNotEmpty();
      asking.cancel();
      assertThat(peer.awaitHangUp()).isTrue();
      assertThat(asking.answer().toCompletableFuture()).isCompletedExceptionally();
    }
  }

  private static String delta(String json) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":" + json + "}]}\n\n";
  }

  private static List<ToolMessage> dialogue() {
    return List.of(new ToolMessage.Instructions("Plan."), new ToolMessage.User("Wave."));
  }

  private static EndpointToolModel model(ScriptedPeer peer) {
    return new EndpointToolModel(
        new EndpointSettings(
            peer.address(),
            "any",
            ApiKey.NONE,
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofMillis(300),
            3,
            Duration.ofMillis(1),
            false,
            Map.of()),
        Duration.ofSeconds(20));
  }

  private static ToolAnswer answer(ScriptedPeer peer) throws Exception {
    try (EndpointToolModel model = model(peer)) {
      return model
          .ask("t", dialogue(), List.of(TOOL))
          .answer()
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
    }
  }
}
