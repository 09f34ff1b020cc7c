package dev.creature.actors.affect;

import dev.creature.actors.conversation.ConversationEvent;
import java.util.ArrayList;
import java.util.List;

/** What of a conversation touches a feeling: a pure function from events to names of stimuli. */
final class Stimuli {
  private final AffectTable table;

  Stimuli(AffectTable table) {
    this.table = table;
  }

  /** The stimuli of an event, in order; mostly none. */
  List<String> of(ConversationEvent event) {
    return switch (event) {
      case ConversationEvent.UserSpeechStarted _ -> List.of("user-speaks");
      case ConversationEvent.UserFinal(_, _, String text) -> ofUser(text);
      case ConversationEvent.ReplyToken(_, _, String text) ->
          table.stimuliIn(text, table.ownWords());
      case ConversationEvent.ReplyAudioEnded(_, _, _, boolean interrupted) ->
          interrupted ? List.of("interruption") : List.of();
      case ConversationEvent.Trouble _ -> List.of("trouble");
      case ConversationEvent.TaskChanged(_, _, var state, _) ->
          switch (state) {
            case RUNNING -> List.of("task-begun");
            case DONE -> List.of("task-done");
            case FAILED -> List.of("task-failed");
            case CANCELLED, DENIED -> List.of("task-cancelled");
            case ACCEPTED, AWAITING_CONFIRMATION, DISPATCHED -> List.of();
          };
      case ConversationEvent.UserSpeechEnded _,
          ConversationEvent.UserPartial _,
          ConversationEvent.TurnCommitted _,
          ConversationEvent.ReplyAudioStarted _,
          ConversationEvent.SpeculationStarted _,
          ConversationEvent.SpeculationUsed _,
          ConversationEvent.SpeculationDropped _,
          ConversationEvent.DuckStarted _,
          ConversationEvent.DuckEnded _,
          ConversationEvent.TurnSettled _,
          ConversationEvent.TurnReturned _,
          ConversationEvent.Backchannel _,
          ConversationEvent.IntentChanged _,
          ConversationEvent.AffectChanged _ ->
          List.of();
    };
  }

  private List<String> ofUser(String text) {
    List<String> found = new ArrayList<>(table.stimuliIn(text, table.userWords()));
    if (text.strip().endsWith("?")) {
      found.add("question");
    }
    return found;
  }
}
