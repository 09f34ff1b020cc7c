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
   * @param camera which one; equal for all that one socket sends
   * @param where the viewer is, as seen from the face
   * @param confidence 0 to 1
   * @param size height of the viewer's face as a part of the picture's, 0 to 1; 0 where unknown
   * @param facing how much the viewer's face is turned to the camera, 0 (aside) to 1; 0 where
   *     unknown
   * @param conversation the one that the viewer has at the same device; empty for none
   */
  record Seen(
      long camera,
      FaceFrame.Gaze where,
      double confidence,
      double size,
      double facing,
      String conversation)
      implements FaceCommand {
    public Seen {
      part("confidence", confidence);
      part("size", size);
      part("facing", facing);
    }

    private static void part(String name, double value) {
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException(name + " is from 0 to 1, not " + value);
      }
    }
  }

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
