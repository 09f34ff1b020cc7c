package dev.creature.models.language.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.models.language.tooluse.LooseCalls;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.List;

/** Writes a request for a chat completion with tools as JSON. */
final class ToolBody {
  private static final JsonMapper JSON = new JsonMapper();

  private ToolBody() {}

  static String of(
      List<ToolMessage> messages,
      List<ToolOffer> tools,
      int mostTokens,
      EndpointSettings settings) {
    ObjectNode body = JSON.createObjectNode().put("model", settings.model()).put("stream", true);
    ArrayNode list = body.putArray("messages");
    messages.forEach(message -> add(list, message));
    if (!tools.isEmpty()) {
      ArrayNode offers = body.putArray("tools");
      tools.forEach(tool -> {
        ObjectNode function = offers.addObject().put("type", "function").putObject("function");
        function.put("name", tool.name()).put("description", tool.description());
        function.set("parameters", tree(tool.schema()));
      });
      body.put("tool_choice", "auto");
    }
    // A plan is better dull than original.
    body.put("temperature", 0.2).put("max_tokens", mostTokens);
    settings.extraFields().forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
    return body.toString();
  }

  private static void add(ArrayNode list, ToolMessage message) {
    switch (message) {
      case ToolMessage.Instructions(String text) ->
          list.addObject().put("role", "system").put("content", text);
      case ToolMessage.User(String text) ->
          list.addObject().put("role", "user").put("content", text);
      case ToolMessage.Answered(var answer) -> {
        ObjectNode node = list.addObject().put("role", "assistant").put("content", answer.words());
        if (!answer.calls().isEmpty()) {
          ArrayNode calls = node.putArray("tool_calls");
          answer
              .calls()
              .forEach(call ->
                  calls
                      .addObject()
                      .put("id", call.id())
                      .put("type", "function")
                      .putObject("function")
                      .put("name", call.tool())
                      // Servers parse what a model wrote before, and refuse what is no JSON.
                      .put("arguments", valid(LooseCalls.mended(call.arguments()))));
        }
      }
      case ToolMessage.Result(String callId, String tool, String text) ->
          list.addObject()
              .put("role", "tool")
              .put("tool_call_id", callId)
              .put("name", tool)
              .put("content", text);
    }
  }

  private static String valid(String arguments) {
    try {
      return JSON.readTree(arguments).isObject() ? arguments : "{}";
    } catch (JsonProcessingException _) {
      return "{}";
    }
  }

  private static JsonNode tree(String schema) {
    try {
      return JSON.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the schema of a tool is no JSON", e);
    }
  }
}
