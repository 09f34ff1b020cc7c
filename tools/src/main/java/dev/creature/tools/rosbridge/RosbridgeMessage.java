package dev.creature.tools.rosbridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** What a rosbridge server sends and this body listens to. */
sealed interface RosbridgeMessage {
  JsonMapper JSON = new JsonMapper();

  /** How far a goal is. */
  record Feedback(String id, JsonNode values) implements RosbridgeMessage {}

  /**
   * A goal is over.
   *
   * @param status as in action_msgs/GoalStatus: 4 succeeded, 5 cancelled, 6 aborted
   * @param values the result, or a text when {@code result} is false
   */
  record Result(String id, JsonNode values, int status, boolean result)
      implements RosbridgeMessage {}

  /**
   * The server did not like a message.
   *
   * @param id of that message; may be empty
   */
  record Complaint(String id, String words) implements RosbridgeMessage {}

  /** Empty when it is none of these, or no JSON at all. */
  static Optional<RosbridgeMessage> read(String text) {
    JsonNode node;
    try {
      node = JSON.readTree(text);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
    String id = node.path("id").asText("");
    return switch (node.path("op").asText("")) {
      case "action_feedback" -> Optional.of(new Feedback(id, node.path("values")));
      case "action_result" ->
          Optional.of(
              new Result(
                  id,
                  node.path("values"),
                  node.path("status").asInt(0),
                  node.path("result").asBoolean(false)));
      case "status" ->
          node.path("level").asText("").equals("error")
              ? Optional.of(new Complaint(id, node.path("msg").asText("")))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
