package dev.creature.tools.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskStatus;
import dev.creature.tools.physical.BadToolInput;
import dev.creature.tools.physical.PhysicalTaskJson;
import dev.creature.tools.physical.ToolSchema;
import java.util.List;

/** What goes into the body's tools and comes out of them, beside a task and its status. */
final class BodyToolSchemas {
  private static final int USUAL_LIMIT = 50;
  private static final JsonMapper JSON = new JsonMapper();

  static final ToolSchema NOTHING = object("", "");

  static final ToolSchema ID =
      object(
          "\"id\": {\"type\": \"string\", \"pattern\": \"^[A-Za-z0-9._-]{1,100}$\","
              + " \"description\": \"The task's id\"}",
          "\"id\"");

  static final ToolSchema LIMIT =
      object(
          "\"limit\": {\"type\": \"integer\", \"minimum\": 1, \"maximum\": 1000,"
              + " \"description\": \"How many at most; 50 when it is left out\"}",
          "");

  static final ToolSchema LATCH = object("\"stopped\": {\"type\": \"boolean\"}", "\"stopped\"");

  static final ToolSchema TASKS =
      object("\"tasks\": {\"type\": \"array\", \"items\": " + status() + "}", "\"tasks\"");

  private BodyToolSchemas() {}

  static TaskId id(String json) {
    return new TaskId(read(json).path("id").asText());
  }

  static int limit(String json) {
    return read(json).path("limit").asInt(USUAL_LIMIT);
  }

  static String latch(boolean stopped) {
    return JSON.createObjectNode().put("stopped", stopped).toString();
  }

  static String tasks(List<TaskStatus> tasks) {
    ObjectNode whole = JSON.createObjectNode();
    ArrayNode all = whole.putArray("tasks");
    tasks.forEach(it -> {
      ObjectNode task = all.addObject();
      task.setAll((ObjectNode) read(PhysicalTaskJson.write(it)));
      task.set("task", read(PhysicalTaskJson.write(it.what())));
    });
    String json = whole.toString();
    TASKS.check(json);
    return json;
  }

  private static String status() {
    ObjectNode schema = (ObjectNode) read(PhysicalTaskJson.STATUS.text());
    schema.remove("$schema");
    ObjectNode task = (ObjectNode) read(PhysicalTaskJson.TASK.text());
    task.remove("$schema");
    ((ObjectNode) schema.path("properties")).set("task", task);
    return schema.toString();
  }

  private static ToolSchema object(String properties, String required) {
    return ToolSchema.of(
        "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\","
            + " \"properties\": {"
            + properties
            + "}, \"required\": ["
            + required
            + "], \"additionalProperties\": false}");
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException _) {
      throw new BadToolInput("not JSON");
    }
  }
}
