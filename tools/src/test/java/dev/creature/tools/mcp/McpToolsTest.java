package dev.creature.tools.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.creature.tools.physical.BadToolInput;
import dev.creature.tools.physical.Tool;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server with bad habits, in a process of its own: each costs its own answer and no more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class McpToolsTest {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final McpTools tools =
      McpTools.connect("bad", ChildJvm.running(MisbehavingServer.class), LIMIT);

  @AfterAll
  void leave() {
    tools.close();
  }

  @Test
  void hearsWhatAToolAnswers() throws Exception {
    assertThat(echo("hello")).contains("\"text\":\"hello\"");
  }

  @Test
  void startsAServerAgainThatHasDied() throws Exception {
    assertThatThrownBy(() -> call("die").get(30, TimeUnit.SECONDS))
        .rootCause()
        .hasMessageContaining("the server has ended");
    assertThat(echo("alive")).contains("\"text\":\"alive\"");
  }

  @Test
  void givesUpOnAnAnswerThatNeverComes() throws Exception {
    CompletableFuture<String> never = call("hang");
    assertThat(echo("meanwhile")).contains("meanwhile");
    assertThatThrownBy(() -> never.get(30, TimeUnit.SECONDS))
        .rootCause()
        .hasMessageContaining("no answer within 3000 ms");
    assertThat(answer(named(tools, "bad_reason"), "")).contains("it took too long");
  }

  @Test
  void outlivesNonsense() throws Exception {
    assertThatThrownBy(() -> call("babble").get(30, TimeUnit.SECONDS))
        .rootCause()
        .isInstanceOf(McpFailure.class);
    assertThat(echo("after it")).contains("after it");
  }

  @Test
  void believesNoAnswerThatBreaksItsPromise() {
    assertThatThrownBy(() -> call("lie").get(30, TimeUnit.SECONDS))
        .rootCause()
        .hasMessageContaining("does not fit the tool's own schema");
  }

  @Test
  void tellsWhyAToolFailed() {
    assertThatThrownBy(() -> call("fail").get(30, TimeUnit.SECONDS))
        .rootCause()
        .hasMessage("bad_fail: the moon is full");
  }

  @Test
  void tellsTheServerThatACallIsTakenBack() throws Exception {
    try (McpTools own = McpTools.connect("own", ChildJvm.running(MisbehavingServer.class), LIMIT)) {
      Tool hang = named(own, "own_hang");
      Tool echo = named(own, "own_echo");
      Tool.Call call = hang.call("a", "{}", (_, _) -> {});
      // An answer to a later call shows that the first one is with the server.
      var _ = answer(echo, "first");
      call.cancel();
      assertThatThrownBy(() -> call.result().toCompletableFuture().get(5, TimeUnit.SECONDS))
          .rootCause()
          .hasMessageContaining("taken back");
      assertThat(answer(named(own, "own_reason"), "")).contains("it was taken back");
    }
  }

  @Test
  void doesNotCallTwiceForOneId() {
    Tool echo = named(tools, "bad_echo");
    Tool.Call first = echo.call("same", "{\"text\":\"one\"}", (_, _) -> {});
    assertThat(echo.call("same", "{\"text\":\"one\"}", (_, _) -> {})).isSameAs(first);
  }

  @Test
  void letsNoInputPassThatDoesNotFit() {
    assertThatThrownBy(() -> named(tools, "bad_echo").call("x", "{\"text\":7}", (_, _) -> {}))
        .isInstanceOf(BadToolInput.class);
  }

  @Test
  void givesUpOnAServerThatDoesNotGreet() {
    assertThatThrownBy(() ->
            McpTools.connect(
                "mute",
                ChildJvm.running(MisbehavingServer.class, "mute"),
                LIMIT,
                Duration.ofSeconds(2)))
        .isInstanceOf(McpFailure.class)
        .hasMessageContaining("the MCP server mute");
  }

  @Test
  void saysThatAServerIsNotThere() {
    assertThatThrownBy(() ->
            McpTools.connect("gone", McpAddress.Program.of(List.of("/no/such/program")), LIMIT))
        .isInstanceOf(McpFailure.class)
        .hasMessageContaining("the MCP server gone");
    assertThatThrownBy(() ->
            McpTools.connect(
                "gone", new McpAddress.Http(URI.create("http://127.0.0.1:1/mcp")), LIMIT))
        .isInstanceOf(McpFailure.class)
        .hasMessageContaining("the MCP server gone");
  }

  private CompletableFuture<String> call(String name) {
    return named(tools, "bad_" + name)
        .call(UUID.randomUUID().toString(), "{}", (_, _) -> {})
        .result()
        .toCompletableFuture();
  }

  private String echo(String text) throws Exception {
    return answer(named(tools, "bad_echo"), text);
  }

  private static String answer(Tool echo, String text) throws Exception {
    return echo.call(UUID.randomUUID().toString(), "{\"text\":\"" + text + "\"}", (_, _) -> {})
        .result()
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }

  private static Tool named(McpTools tools, String name) {
    return tools.tools().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }
}
