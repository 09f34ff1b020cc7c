package dev.creature.tools.physical;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** {@code do_physical_task} on the wire, version 1; checked by its schema both ways. */
public final class PhysicalTaskJson {
  /** What goes in. */
  public static final ToolSchema TASK = ToolSchema.resource("do_physical_task.v1.json");

  /** What comes out. */
  public static final ToolSchema STATUS = ToolSchema.resource("task_status.v1.json");

  private static final int VERSION = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private PhysicalTaskJson() {}

  /**
   * The task that the JSON describes.
   *
   * @throws BadToolInput when it does not fit the schema
   */
  public static PhysicalTask read(String json) {
    TASK.check(json);
    JsonNode node = parse(json);
    TreeMap<String, String> arguments = new TreeMap<>();
    node.path("arguments")
        .properties()
        .forEach(entry -> arguments.put(entry.getKey(), entry.getValue().asText()));
    return new PhysicalTask(
        node.path("verb").asText().strip().toLowerCase(Locale.ROOT),
        slot(node, "object"),
        slot(node, "target"),
        slot(node, "source"),
        arguments);
  }

  /**
   * The task as JSON.
   *
   * @throws BadToolInput when a slot is longer than the schema allows
   */
  public static String write(PhysicalTask task) {
    ObjectNode node = JSON.createObjectNode().put("version", VERSION).put("verb", task.verb());
    task.object().ifPresent(it -> node.put("object", it));
    task.target().ifPresent(it -> node.put("target", it));
    task.source().ifPresent(it -> node.put("source", it));
    if (!task.arguments().isEmpty()) {
      ObjectNode arguments = node.putObject("arguments");
      task.arguments().forEach(arguments::put);
    }
    return checked(TASK, node);
  }

  /** How a task stands, as JSON. */
  public static String write(TaskStatus status) {
    return checked(
        STATUS,
        JSON.createObjectNode()
            .put("version", VERSION)
            .put("id", status.id().value())
            .put("state", status.state().name().toLowerCase(Locale.ROOT))
            .put("note", status.note())
            .put("progress", Math.clamp(status.fraction01(), 0, 1)));
  }

  /**
   * What of a status matters to whoever waited for it.
   *
   * @param done whether it was done
   * @param note what came of it, or why not
   */
  public record Outcome(boolean done, String note) {}

  /**
   * Reads what {@link #write(TaskStatus)} has written.
   *
   * @throws BadToolInput when it does not fit the schema
   */
  public static Outcome outcome(String json) {
    STATUS.check(json);
    JsonNode node = parse(json);
    return new Outcome(node.path("state").asText().equals("done"), node.path("note").asText());
  }

  private static String checked(ToolSchema schema, ObjectNode node) {
    String json = node.toString();
    schema.check(json);
    return json;
  }

  private static Optional<String> slot(JsonNode node, String name) {
    return node.has(name) ? Optional.of(node.path(name).asText()) : Optional.empty();
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException _) {
      throw new BadToolInput("not JSON");
    }
  }
}
