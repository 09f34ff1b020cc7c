package dev.creature.deploy.telemetry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.recording.EventLine;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes what happens in conversations into the log, with the ids of conversation, turn, intent and
 * task as fields. What was said or heard, and what is asked for, stands there only where that was
 * asked for.
 */
final class LoggedEvents {
  private static final Logger LOG = LoggerFactory.getLogger("dev.creature.conversation");

  /** Fields that hold no words of anybody. Any other field of an event is left out. */
  private static final Set<String> WORDLESS =
      Set.of(
          "t",
          "noticed",
          "turn",
          "probability",
          "silenceMs",
          "hypothesis",
          "wastedMs",
          "resumed",
          "interrupted",
          "state",
          "confidence",
          "emotion",
          "valence",
          "arousal",
          "part");

  private final boolean words;

  /**
   * Makes one.
   *
   * @param words whether what people say may stand in the log
   */
  LoggedEvents(boolean words) {
    this.words = words;
  }

  void observe(ConversationId conversation, ConversationEvent event) {
    Level level = level(event);
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    ObjectNode line = EventLine.of(event);
    String type = line.path("type").asText();
    LoggingEventBuilder entry =
        LOG.atLevel(level).addKeyValue("conversation", conversation.value());
    for (Map.Entry<String, JsonNode> field : line.properties()) {
      switch (field.getKey()) {
        case "type" -> {
          // Is the message.
        }
        case "id" ->
            entry =
                entry.addKeyValue(
                    type.equals("task") ? "task" : "intent", field.getValue().asText());
        case String name when words || WORDLESS.contains(name) ->
            entry = entry.addKeyValue(name, field.getValue().asText());
        case String _ -> {
          // Words.
        }
      }
    }
    entry.log(type);
  }

  /** What comes many times a second is for those who look closely. */
  private static Level level(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.Trouble _ -> Level.WARN;
      case ConversationEvent.UserPartial _,
          ConversationEvent.ReplyToken _,
          ConversationEvent.DuckStarted _,
          ConversationEvent.DuckEnded _,
          ConversationEvent.AffectChanged _,
          ConversationEvent.SpeculationStarted _,
          ConversationEvent.SpeculationDropped _ ->
          Level.DEBUG;
      case ConversationEvent _ -> Level.INFO;
    };
  }
}
