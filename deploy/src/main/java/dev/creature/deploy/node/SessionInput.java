package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.link.LinkInput;
import dev.creature.voiceloop.engine.VoiceEngine;
import org.apache.pekko.actor.typed.ActorRef;

/** What an {@link AudioSession} is told by its own node. */
sealed interface SessionInput extends LinkInput {
  /**
   * A listener takes the session.
   *
   * @param switchboard is told that it has
   */
  record Attach(LinkCommand.Open open, boolean resumed, ActorRef<LinkCommand> switchboard)
      implements SessionInput {}

  /** The models are warm. */
  record EngineOpened(VoiceEngine engine) implements SessionInput {}

  /** There is a body, and what is asked of it can be done. */
  record DeedsReady(Deeds deeds) implements SessionInput {}

  /** The creature feels so. */
  record Felt(String emotion, double valence, double arousal) implements SessionInput {}

  /** The node goes down. */
  record Goodbye(String reason) implements SessionInput {}

  /** The node is to go down: ends as soon as nothing is being said, and all of it is stored. */
  record Leave(String reason) implements SessionInput {}

  /** Others want to talk: who has no listener any more ends. */
  enum MakeRoom implements SessionInput {
    /** The only one. */
    INSTANCE
  }

  /** From now on what is said and heard is stored, with this fence. */
  record Kept(long fence) implements SessionInput {}

  /** There are these nodes now; one JSON object. */
  record Nodes(String json) implements SessionInput {}

  /**
   * Whose session it is.
   *
   * @param key that a listener shows to come back
   * @param seed for all that its engine decides by chance
   * @param restored whether another node had the conversation, and what was said comes first
   * @param heardTurn the last turn whose answer its listener has heard whole; 0 for none
   */
  record Seat(String key, ConversationId id, long seed, boolean restored, int heardTurn) {}
}
