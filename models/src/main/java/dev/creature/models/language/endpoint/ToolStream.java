package dev.creature.models.language.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.creature.models.language.tooluse.LooseCalls;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Puts an answer with calls together, from pieces or from one whole. What grows beyond {@link
 * #MOST_CHARACTERS} is babble and is cut there. One thread at a time.
 */
final class ToolStream {
  static final int MOST_CHARACTERS = 16_000;
  private static final int MOST_CALLS = 16;
  private static final JsonMapper JSON = new JsonMapper();

  private static final class Call {
    private String id = "";
    private String tool = "";
    private final StringBuilder arguments = new StringBuilder();
  }

  private final StringBuilder words = new StringBuilder();
  private final TreeMap<Integer, Call> calls = new TreeMap<>();
  private int characters;

  /** Whether it has heard more than an honest answer is long. */
  boolean babbles() {
    return characters > MOST_CHARACTERS;
  }

  /** Whether anything was answered. */
  boolean isEmpty() {
    return words.isEmpty() && calls.isEmpty();
  }

  /**
   * Takes a chunk of a stream, or a whole completion.
   *
   * @return whether that was the last one
   */
  boolean add(String json) throws MalformedAnswer {
    if (json.strip().equals("[DONE]")) {
      return true;
    }
    JsonNode tree;
    try {
      tree = JSON.readTree(json);
    } catch (JsonProcessingException | StackOverflowError e) {
      throw new MalformedAnswer("an answer that is no JSON: " + ChatChunk.shortened(json));
    }
    JsonNode error = tree.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      throw new MalformedAnswer("an error: " + ChatChunk.shortened(error.toString()));
    }
    JsonNode choice = tree.path("choices").path(0);
    JsonNode message = choice.has("delta") ? choice.path("delta") : choice.path("message");
    String content = message.path("content").asText("");
    if (!message.path("content").isNull()) {
      characters += content.length();
      words.append(content);
    }
    int next = 0;
    for (JsonNode piece : message.path("tool_calls")) {
      call(piece, piece.path("index").asInt(next));
      next++;
    }
    // Usage and the like may still follow the reason; nothing of the answer does.
    return choice.path("finish_reason").isTextual();
  }

  private void call(JsonNode piece, int index) {
    if (!calls.containsKey(index) && calls.size() >= MOST_CALLS) {
      return;
    }
    Call call = calls.computeIfAbsent(index, _ -> new Call());
    call.id = piece.path("id").asText(call.id);
    JsonNode function = piece.path("function");
    call.tool = call.tool.isEmpty() ? function.path("name").asText("") : call.tool;
    JsonNode arguments = function.path("arguments");
    // The standard says a string; some send the object itself.
    String more = arguments.isObject() ? arguments.toString() : arguments.asText("");
    characters += more.length();
    call.arguments.append(more);
  }

  /** What was answered so far. */
  ToolAnswer answer(List<ToolOffer> tools) {
    String text =
        words.length() > MOST_CHARACTERS ? words.substring(0, MOST_CHARACTERS) : words.toString();
    if (calls.isEmpty()) {
      return LooseCalls.read(text, tools);
    }
    List<ToolCall> list = new ArrayList<>();
    calls.forEach((index, call) ->
        list.add(
            new ToolCall(
                call.id.isBlank() ? "call-" + index : call.id,
                call.tool,
                LooseCalls.mended(call.arguments.toString()))));
    return new ToolAnswer(text.strip(), list);
  }
}
