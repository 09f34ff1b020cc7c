package dev.creature.models.language.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.creature.models.language.ChatMessage;
import dev.creature.models.language.constrained.ToolGrammar;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * Puts a dialogue with tools into the words of a small model. What stays the same comes first: it
 * is read once. Pure.
 */
final class ToolPrompt {
  private static final int MOST_REMARK = 160;
  private static final String NEXT =
      "If anything of the request is left to do, act; otherwise say what came of it.";
  private static final JsonMapper JSON = new JsonMapper();

  private ToolPrompt() {}

  static List<ChatMessage> of(List<ToolMessage> messages, List<ToolOffer> tools) {
    List<ChatMessage> dialogue = new ArrayList<>();
    StringBuilder results = new StringBuilder();
    for (ToolMessage message : messages) {
      if (message instanceof ToolMessage.Result(String _, String _, String text)) {
        results.append(results.isEmpty() ? "Results:" : "").append("\n- ").append(result(text));
        continue;
      }
      if (!results.isEmpty()) {
        dialogue.add(ChatMessage.user(results.append('\n').append(NEXT).toString()));
        results.setLength(0);
      }
      dialogue.add(
          switch (message) {
            case ToolMessage.Instructions(String text) ->
                ChatMessage.system(text.replace("{tools}", described(tools)));
            case ToolMessage.User(String text) -> ChatMessage.user(text);
            case ToolMessage.Answered(var answer) ->
                ChatMessage.assistant(ToolGrammar.write(answer));
            case ToolMessage.Result(String _, String _, String text) -> ChatMessage.user(text);
          });
    }
    if (!results.isEmpty()) {
      dialogue.add(ChatMessage.user(results.append('\n').append(NEXT).toString()));
    }
    return dialogue;
  }

  /** What matters of a result: its state and its note where it has them. */
  private static String result(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.path("state").isTextual() && node.path("note").isTextual()) {
        return node.path("state").asText() + ": " + node.path("note").asText();
      }
      return text;
    } catch (JsonProcessingException _) {
      return text;
    }
  }

  private static String described(List<ToolOffer> tools) {
    return tools.stream().map(ToolPrompt::described).collect(Collectors.joining("\n"));
  }

  private static String described(ToolOffer tool) {
    return "- " + tool.name() + "(" + arguments(tool) + "): " + cut(tool.description());
  }

  private static String arguments(ToolOffer tool) {
    try {
      JsonNode schema = JSON.readTree(tool.schema());
      SequencedSet<String> all = new LinkedHashSet<>();
      arguments(schema, all);
      // A tool that can be called in several ways has what any of them needs.
      schema.path("anyOf").forEach(way -> arguments(way, all));
      return String.join(", ", all);
    } catch (JsonProcessingException _) {
      return "";
    }
  }

  private static void arguments(JsonNode schema, SequencedSet<String> all) {
    for (Map.Entry<String, JsonNode> each : schema.path("properties").properties()) {
      if (!each.getValue().has("const")) {
        all.add(each.getKey());
      }
    }
  }

  private static String cut(String text) {
    return text.length() <= MOST_REMARK ? text : text.substring(0, MOST_REMARK);
  }
}
