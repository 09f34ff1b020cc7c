package dev.creature.tools.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;

/** How a physical task is written as the goal of a robot's action, and how its words are read. */
public interface GoalMapping {
  /** The goal's fields. */
  ObjectNode goal(TaskId task, PhysicalTask what);

  /** How much is done, 0 to 1, by a feedback message's fields. */
  double fraction01(JsonNode feedback);

  /** What it does now, or what came of it; empty when the message says nothing. */
  String words(JsonNode message);

  /**
   * The fields of {@code PhysicalTask.action}: goal {@code task_id, verb, object, target, source,
   * argument_names[], argument_values[]}, feedback {@code progress, words}, result {@code words}. A
   * slot that is not said is an empty text, as ROS has it.
   */
  static GoalMapping standard() {
    return new GoalMapping() {
      @Override
      public ObjectNode goal(TaskId task, PhysicalTask what) {
        ObjectNode goal =
            new JsonMapper()
                .createObjectNode()
                .put("task_id", task.value())
                .put("verb", what.verb())
                .put("object", what.object().orElse(""))
                .put("target", what.target().orElse(""))
                .put("source", what.source().orElse(""));
        ArrayNode names = goal.putArray("argument_names");
        ArrayNode values = goal.putArray("argument_values");
        what.arguments()
            .forEach((name, value) -> {
              names.add(name);
              values.add(value);
            });
        return goal;
      }

      @Override
      public double fraction01(JsonNode feedback) {
        return Math.clamp(feedback.path("progress").asDouble(0), 0, 1);
      }

      @Override
      public String words(JsonNode message) {
        return message.isTextual() ? message.asText() : message.path("words").asText("");
      }
    };
  }
}
