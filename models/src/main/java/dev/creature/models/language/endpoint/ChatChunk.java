package dev.creature.models.language.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.creature.models.language.Generation.Ending;
import java.util.Optional;

/**
 * One event of a streamed chat completion.
 *
 * @param text the next piece of the reply, often empty
 * @param ending set on the chunk that says why the reply ended
 * @param last whether nothing more will come ({@code [DONE]})
 */
record ChatChunk(String text, Optional<Ending> ending, boolean last) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Reads the data of an event. Chunks without a choice (usage, pings), of other choices and with
   * unknown fields are empty chunks; thoughts of a reasoning model, which stand in fields of their
   * own, are skipped.
   *
   * @throws MalformedAnswer when it is no JSON object, or the server reports an error in it
   */
  static ChatChunk parse(String data) throws MalformedAnswer {
    if (data.strip().equals("[DONE]")) {
      return new ChatChunk("", Optional.empty(), true);
    }
    JsonNode chunk = tree(data);
    if (!chunk.isObject()) {
      throw new MalformedAnswer("an event that is no JSON object: " + shortened(data));
    }
    Optional<String> error = errorIn(chunk);
    if (error.isPresent()) {
      throw new MalformedAnswer("the error " + error.get());
    }
    for (JsonNode choice : chunk.path("choices")) {
      if (choice.path("index").asInt(0) == 0) {
        return new ChatChunk(
            content(choice.path("delta").path("content")),
            ending(choice.path("finish_reason").asText("")),
            false);
      }
    }
    return new ChatChunk("", Optional.empty(), false);
  }

  /** The message of an error answer's body, in any of the forms that servers use; never empty. */
  static String errorMessage(String body) {
    try {
      return errorIn(tree(body)).orElseGet(() -> shortened(body));
    } catch (MalformedAnswer noJson) {
      return shortened(body);
    }
  }

  private static JsonNode tree(String json) throws MalformedAnswer {
    try {
      JsonNode tree = JSON.readTree(json);
      return tree;
    } catch (JsonProcessingException | StackOverflowError e) {
      throw new MalformedAnswer("an event that is no JSON: " + shortened(json));
    }
  }

  private static Optional<String> errorIn(JsonNode tree) {
    JsonNode error = tree.path("error");
    if (error.isMissingNode() || error.isNull()) {
      return Optional.empty();
    }
    JsonNode message = error.isObject() ? error.path("message") : error;
    return Optional.of(shortened(message.isTextual() ? message.textValue() : error.toString()));
  }

  // Usually a string; some services send a list of parts.
  private static String content(JsonNode content) {
    if (content.isArray()) {
      StringBuilder parts = new StringBuilder();
      content.forEach(part -> parts.append(part.path("text").asText("")));
      return parts.toString();
    }
    return content.isTextual() ? content.textValue() : "";
  }

  private static Optional<Ending> ending(String reason) {
    return switch (reason) {
      case "", "null" -> Optional.empty();
      case "length" -> Optional.of(Ending.LENGTH);
      // Also content_filter and tool_calls: the model says no more, whatever the reason.
      default -> Optional.of(Ending.COMPLETE);
    };
  }

  static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? "(empty)" : line.length() <= 200 ? line : line.substring(0, 200) + "…";
  }
}
