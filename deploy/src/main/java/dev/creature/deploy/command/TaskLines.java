package dev.creature.deploy.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.voiceloop.recording.EventLine;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the tasks of a conversation, as its events tell. */
final class TaskLines {
  private TaskLines() {}

  /**
   * One object for each task that was begun, in their order: its last {@code state} and {@code
   * note}, and what was to be done.
   */
  static ArrayNode of(List<ConversationEvent> events) {
    Map<String, PhysicalTask> asked = new HashMap<>();
    Map<String, ObjectNode> tasks = new LinkedHashMap<>();
    for (ConversationEvent event : events) {
      if (event instanceof ConversationEvent.IntentChanged intent) {
        asked.put(intent.intent().value(), intent.task());
      } else if (event instanceof ConversationEvent.TaskChanged task) {
        ObjectNode line = EventLine.of(task);
        line.remove(List.of("t", "type"));
        tasks.put(task.task().value(), line);
      }
    }
    ArrayNode lines = JsonNodeFactory.instance.arrayNode();
    tasks.forEach((id, line) -> {
      if (asked.containsKey(id)) {
        name(asked.get(id), line);
      }
      lines.add(line);
    });
    return lines;
  }

  private static void name(PhysicalTask task, ObjectNode line) {
    line.put("verb", task.verb());
    task.object().ifPresent(object -> line.put("object", object));
    task.target().ifPresent(target -> line.put("target", target));
    task.source().ifPresent(source -> line.put("source", source));
  }
}
