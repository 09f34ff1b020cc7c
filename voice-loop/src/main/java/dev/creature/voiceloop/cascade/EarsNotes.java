package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationEvent;
import java.util.Optional;

/** What of the ears' reports is told to everybody. */
final class EarsNotes {
  private EarsNotes() {}

  /** The event, if it is more than evidence for the engine. */
  static Optional<ConversationEvent> of(EarsEvent event, long nowMillis) {
    return switch (event) {
      case EarsEvent.VoiceStarted(long at, long noticed) ->
          Optional.of(new ConversationEvent.UserSpeechStarted(at, noticed));
      case EarsEvent.VoiceEnded(_, long at, long noticed) ->
          Optional.of(new ConversationEvent.UserSpeechEnded(at, noticed));
      case EarsEvent.PartialWords(long at, String text, int stable, _) ->
          Optional.of(new ConversationEvent.UserPartial(at, text, stable));
      case EarsEvent.EarsFailed(String what) ->
          Optional.of(new ConversationEvent.Trouble(nowMillis, "ears", what));
      case EarsEvent.Silence _,
          EarsEvent.TurnWords _,
          EarsEvent.Hushed _,
          EarsEvent.WentOn _,
          EarsEvent.VoiceLikely _,
          EarsEvent.VoiceFar _,
          EarsEvent.VoiceNear _ ->
          Optional.empty();
    };
  }
}
