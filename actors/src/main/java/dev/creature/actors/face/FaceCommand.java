package dev.creature.actors.face;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import java.util.List;

/** What the one who publishes face frames is told. */
public sealed interface FaceCommand {
  /** A conversation's clock stands here now. */
  record Clock(ConversationId conversation, long nowMillis) implements FaceCommand {}

  /**
   * Sound is on its way to the listener.
   *
   * @param playoutMillis when its first sample is to be heard
   * @param samples mono, 24 kHz, 16 bit; not to be changed
   * @param visemes mouth shapes inside it; may be empty
   */
  record Sounds(
      ConversationId conversation, long playoutMillis, short[] samples, List<VisemeSpan> visemes)
      implements FaceCommand {
    public Sounds {
      visemes = List.copyOf(visemes);
    }
  }

  /** No more of the reply is heard, from this moment on. */
  record Hushed(ConversationId conversation, long atMillis) implements FaceCommand {}

  /** Something happened in a conversation. */
  record Happened(ConversationId conversation, ConversationEvent event) implements FaceCommand {}

  /** The conversation is over. */
  record Ended(ConversationId conversation) implements FaceCommand {}

  /** The creature feels so. */
  record Feels(String emotion, double valence, double arousal) implements FaceCommand {}

  /**
   * A camera sees a viewer.
   *
   * @param confidence 0 to 1
   */
  record Seen(FaceFrame.Gaze where, double confidence) implements FaceCommand {}

  /** A frame is due: the publisher's own timer. */
  enum Tick implements FaceCommand {
    INSTANCE
  }

  /**
   * A mouth shape.
   *
   * @param viseme one of the fifteen of the Oculus set
   * @param startMillis on the conversation's clock
   * @param endMillis on the conversation's clock
   */
  record VisemeSpan(String viseme, long startMillis, long endMillis) {}
}
