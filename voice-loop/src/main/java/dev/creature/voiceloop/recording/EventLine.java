package dev.creature.voiceloop.recording;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import java.util.Locale;

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
              .put("probability", thousandths(probability))
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
      case ConversationEvent.SpeculationStarted(_, int hypothesis) ->
          line.put("type", "speculation.started").put("hypothesis", hypothesis);
      case ConversationEvent.SpeculationUsed(_, int hypothesis, int turn) ->
          line.put("type", "speculation.used").put("hypothesis", hypothesis).put("turn", turn);
      case ConversationEvent.SpeculationDropped(_, int hypothesis, long wasted) ->
          line.put("type", "speculation.dropped")
              .put("hypothesis", hypothesis)
              .put("wastedMs", wasted);
      case ConversationEvent.DuckStarted(_, int turn) ->
          line.put("type", "duck.started").put("turn", turn);
      case ConversationEvent.DuckEnded(_, int turn, boolean resumed) ->
          line.put("type", "duck.ended").put("turn", turn).put("resumed", resumed);
      case ConversationEvent.TurnReturned(_, int turn) ->
          line.put("type", "turn.returned").put("turn", turn);
      case ConversationEvent.TurnSettled(_, int turn) ->
          line.put("type", "turn.settled").put("turn", turn);
      case ConversationEvent.Backchannel(_, String words) ->
          line.put("type", "backchannel").put("text", words);
      case ConversationEvent.IntentChanged(
              _,
              IntentId intent,
              IntentState state,
              PhysicalTask task,
              double confidence) -> {
        line.put("type", "intent").put("id", intent.value()).put("state", label(state));
        line.put("verb", task.verb());
        task.object().ifPresent(object -> line.put("object", object));
        task.target().ifPresent(target -> line.put("target", target));
        task.source().ifPresent(source -> line.put("source", source));
        ObjectNode arguments = line.putObject("arguments");
        task.arguments().forEach(arguments::put);
        yield line.put("confidence", thousandths(confidence));
      }
      case ConversationEvent.TaskChanged(_, TaskId task, TaskState state, String note) ->
          line.put("type", "task")
              .put("id", task.value())
              .put("state", label(state))
              .put("note", note);
      case ConversationEvent.AffectChanged(_, String emotion, double valence, double arousal) ->
          line.put("type", "affect")
              .put("emotion", emotion)
              .put("valence", thousandths(valence))
              .put("arousal", thousandths(arousal));
    };
  }

  private static String label(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static double thousandths(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
