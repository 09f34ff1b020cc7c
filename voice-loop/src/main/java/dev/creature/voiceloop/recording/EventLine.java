package dev.creature.voiceloop.recording;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.conversation.ConversationEvent;

/**
 * The form of a conversation's events in {@code events.jsonl} and on the wire: one JSON object,
 * with {@code t} in milliseconds and {@code type} first. Specified in {@code docs/events.md}.
 */
public final class EventLine {
  private EventLine() {}

  /** The JSON object of an event. */
  public static ObjectNode of(ConversationEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("t", event.atMillis());
    return switch (event) {
      case ConversationEvent.UserSpeechStarted(_, long noticed) ->
          line.put("type", "user.speech.started").put("noticed", noticed);
      case ConversationEvent.UserSpeechEnded(_, long noticed) ->
          line.put("type", "user.speech.ended").put("noticed", noticed);
      case ConversationEvent.UserPartial(_, String text, int stable) ->
          line.put("type", "user.partial").put("text", text).put("stable", stable);
      case ConversationEvent.UserFinal(_, int turn, String text) ->
          line.put("type", "user.final").put("turn", turn).put("text", text);
      case ConversationEvent.TurnCommitted(_, int turn, double probability, long silence) ->
          line.put("type", "turn.committed")
              .put("turn", turn)
              .put("probability", Math.round(probability * 1000) / 1000.0)
              .put("silenceMs", silence);
      case ConversationEvent.ReplyToken(_, int turn, String text) ->
          line.put("type", "reply.token").put("turn", turn).put("text", text);
      case ConversationEvent.ReplyAudioStarted(_, int turn) ->
          line.put("type", "reply.audio.started").put("turn", turn);
      case ConversationEvent.ReplyAudioEnded(_, int turn, String heard, boolean interrupted) ->
          line.put("type", "reply.audio.ended")
              .put("turn", turn)
              .put("heard", heard)
              .put("interrupted", interrupted);
      case ConversationEvent.Trouble(_, String part, String message) ->
          line.put("type", "trouble").put("part", part).put("message", message);
    };
  }
}
