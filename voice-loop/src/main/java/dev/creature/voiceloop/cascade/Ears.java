package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationId;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;

/** Hears: makes, for each conversation, an actor that turns sound into {@link EarsEvent}s. */
public interface Ears {
  /** The behavior of one conversation's ears. */
  Behavior<EarsCommand> listen(ConversationId conversation, ActorRef<EarsEvent> events);
}
