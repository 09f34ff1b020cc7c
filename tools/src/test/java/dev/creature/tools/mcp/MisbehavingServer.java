package dev.creature.tools.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A process that is an MCP server with bad habits, one a tool: {@code die}, {@code hang}, {@code
 * babble}, {@code lie}, {@code fail}; {@code echo}, which is well; and {@code reason}, which tells
 * why the last call was taken back.
 */
final class MisbehavingServer {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String[] TOOLS = {"die", "hang", "babble", "lie", "fail", "echo", "reason"};

  private MisbehavingServer() {}

  /** Argument {@code mute}: does not even greet. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String cancelled = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      JsonNode message = JSON.readTree(line);
      if (message.path("method").asText().equals("notifications/cancelled")) {
        cancelled = message.path("params").path("reason").asText();
      }
      if (arguments.length > 0 || !message.has("id")) {
        continue;
      }
      switch (message.path("method").asText()) {
        case "initialize" -> answer(message, greeting(message));
        case "tools/list" -> answer(message, list());
        case "tools/call" -> call(message, cancelled);
        default ->
            say(
                "{\"jsonrpc\":\"2.0\",\"id\":"
                    + message.path("id")
                    + ",\"error\":{\"code\":-32601,\"message\":\"unknown\"}}");
      }
    }
  }

  private static ObjectNode greeting(JsonNode message) {
    ObjectNode greeting = JSON.createObjectNode();
    greeting.set("protocolVersion", message.path("params").path("protocolVersion"));
    greeting.putObject("capabilities").putObject("tools");
    greeting.putObject("serverInfo").put("name", "bad").put("version", "1");
    return greeting;
  }

  private static ObjectNode list() {
    ObjectNode list = JSON.createObjectNode();
    var tools = list.putArray("tools");
    for (String name : TOOLS) {
      ObjectNode tool = tools.addObject().put("name", name).put("description", name);
      ObjectNode schema = tool.putObject("inputSchema").put("type", "object");
      schema.putObject("properties").putObject("text").put("type", "string");
      if (name.equals("lie")) {
        ObjectNode promised = tool.putObject("outputSchema").put("type", "object");
        promised.putObject("properties").putObject("degrees").put("type", "number");
        promised.putArray("required").add("degrees");
      }
    }
    return list;
  }

  private static void call(JsonNode message, String cancelled) {
    ObjectNode result = JSON.createObjectNode();
    var content = result.putArray("content");
    JsonNode params = message.path("params");
    switch (params.path("name").asText()) {
      case "die" -> System.exit(3);
      case "hang" -> {
        return;
      }
      case "babble" -> {
        say("Segmentation fault {{{ not JSON");
        say("[1,2");
        return;
      }
      case "lie" -> result.putObject("structuredContent").put("degrees", "warm");
      case "fail" -> {
        result.put("isError", true);
        content.addObject().put("type", "text").put("text", "the moon is full");
      }
      case "reason" -> content.addObject().put("type", "text").put("text", cancelled);
      default ->
          content
              .addObject()
              .put("type", "text")
              .put("text", params.path("arguments").path("text").asText());
    }
    answer(message, result);
  }

  private static void answer(JsonNode message, ObjectNode result) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", message.path("id"));
    answer.set("result", result);
    say(answer.toString());
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
