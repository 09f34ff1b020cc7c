package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;

/** Whether a conversation is between two turns: nobody speaks, and no answer is due. */
final class Pause {
  private boolean now = true;

  void observed(ConversationEvent event) {
    switch (event) {
      case ConversationEvent.UserSpeechStarted _,
          ConversationEvent.UserFinal _,
          ConversationEvent.ReplyToken _,
          ConversationEvent.ReplyAudioStarted _ ->
          now = false;
      case ConversationEvent.ReplyAudioEnded _ -> now = true;
      case ConversationEvent _ -> {
        // Says nothing about it.
      }
    }
  }

  boolean isNow() {
    return now;
  }
}
