package dev.creature.tools.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.creature.actors.task.Reversibility;
import dev.creature.tools.physical.BadToolInput;
import dev.creature.tools.physical.Tool;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The body's server in a process of its own, used over its standard streams by the SDK's client.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyMcpServerTest {
  private static final JsonMapper JSON = new JsonMapper();

  private McpTools tools = connected("4000");

  private static McpTools connected(String patienceMillis) {
    return McpTools.connect(
        "body", ChildJvm.running(BodyMcpNode.class, patienceMillis), Duration.ofSeconds(60));
  }

  @BeforeAll
  void knowsItsTools() {
    assertThat(tools.leftOut()).isEmpty();
  }

  @AfterEach
  void release() throws Exception {
    call("release", "{}");
  }

  @AfterAll
  void leave() {
    tools.close();
  }

  @Test
  void offersTheBodyAndItsTasks() {
    assertThat(tools.tools().stream().map(Tool::name))
        .containsExactlyInAnyOrder(
            "body_do_physical_task",
            "body_list_tasks",
            "body_get_task",
            "body_confirm_task",
            "body_cancel_task",
            "body_stop",
            "body_release");
    assertThat(tool("get_task").reversibility("{}")).isEqualTo(Reversibility.REVERSIBLE);
    assertThat(tool("confirm_task").reversibility("{}")).isEqualTo(Reversibility.IRREVERSIBLE);
    assertThat(tool("do_physical_task").reversibility("{}")).isEqualTo(Reversibility.COSTLY);
  }

  @Test
  void doesATaskAndSaysWhatCameOfIt() throws Exception {
    JsonNode done = call("do_physical_task", "{\"verb\":\"turn\",\"target\":\"left\"}");
    assertThat(done.path("state").asText()).isEqualTo("done");
    assertThat(done.path("note").asText()).isEqualTo("I have turned to the left.");
    JsonNode again = call("get_task", "{\"id\":\"" + done.path("id").asText() + "\"}");
    assertThat(again.path("state").asText()).isEqualTo("done");
    List<String> listed =
        call("list_tasks", "{\"limit\":1000}").path("tasks").findValuesAsText("id");
    assertThat(listed).contains(done.path("id").asText());
  }

  @Test
  void saysHonestlyWhatItCannotDo() throws Exception {
    JsonNode failed =
        call("do_physical_task", "{\"verb\":\"bring\",\"object\":\"purple elephant\"}");
    assertThat(failed.path("state").asText()).isEqualTo("failed");
    assertThat(failed.path("note").asText()).contains("elephant");
  }

  @Test
  void waitsForAYesToWhatCannotBeUndone() throws Exception {
    JsonNode waits = call("do_physical_task", "{\"verb\":\"throw away\",\"object\":\"banana\"}");
    assertThat(waits.path("state").asText()).isEqualTo("awaiting_confirmation");
    String id = "{\"id\":\"" + waits.path("id").asText() + "\"}";
    assertThat(call("confirm_task", id).path("state").asText()).isIn("dispatched", "running");
    call("cancel_task", id);
  }

  @Test
  void stopsAndRefusesUntilItIsReleased() throws Exception {
    CompletableFuture<String> going =
        begin("do_physical_task", "{\"verb\":\"turn\",\"target\":\"around\"}");
    assertThat(call("stop", "{}").path("stopped").asBoolean()).isTrue();
    String state = JSON.readTree(going.get(30, TimeUnit.SECONDS)).path("state").asText();
    assertThat(state).isIn("cancelled", "failed");
    JsonNode refused = call("do_physical_task", "{\"verb\":\"wave\"}");
    assertThat(refused.path("note").asText()).contains("stopped");
    call("release", "{}");
    assertThat(call("do_physical_task", "{\"verb\":\"nod\"}").path("state").asText())
        .isEqualTo("done");
  }

  @Test
  void saysHowFarItIsWhenATaskTakesLongerThanAClientWaits() throws Exception {
    try (McpTools impatient = connected("300")) {
      Tool tool = named(impatient, "do_physical_task");
      String json =
          tool.call("a", "{\"verb\":\"go\",\"target\":\"kitchen\"}", (_, _) -> {})
              .result()
              .toCompletableFuture()
              .get(30, TimeUnit.SECONDS);
      assertThat(JSON.readTree(json).path("state").asText())
          .isIn("accepted", "dispatched", "running");
    }
  }

  @Test
  void namesWhatIsWrongWithItsInput() {
    assertThatThrownBy(() -> call("do_physical_task", "{\"verb\":7}"))
        .isInstanceOf(BadToolInput.class)
        .hasMessageContaining("verb");
    assertThatThrownBy(() -> call("get_task", "{\"id\":\"nothing-like-it\"}"))
        .rootCause()
        .hasMessageContaining("there is no task nothing-like-it");
  }

  private CompletableFuture<String> begin(String name, String json) {
    return tool(name)
        .call(UUID.randomUUID().toString(), json, (_, _) -> {})
        .result()
        .toCompletableFuture();
  }

  private JsonNode call(String name, String json) throws Exception {
    return JSON.readTree(begin(name, json).get(60, TimeUnit.SECONDS));
  }

  private Tool tool(String name) {
    return named(tools, name);
  }

  private static Tool named(McpTools tools, String name) {
    return tools.tools().stream()
        .filter(it -> it.name().equals("body_" + name))
        .findFirst()
        .orElseThrow();
  }
}
