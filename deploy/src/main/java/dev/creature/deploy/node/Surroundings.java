package dev.creature.deploy.node;

import dev.creature.actors.affect.Affect;
import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.face.FaceCommand;
import dev.creature.deploy.telemetry.NodeWatch;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Who learns of what happens in a conversation. None of them is waited for.
 *
 * @param face moves with it
 * @param affect feels it
 * @param console shows it, as JSON
 * @param observers whoever else listens: the intent tap, recordings
 * @param node the name of this one in the journal
 * @param watch told of what is not an event
 */
record Surroundings(
    ActorRef<FaceCommand> face,
    ActorRef<Affect.Command> affect,
    Consumer<String> console,
    List<BiConsumer<ConversationId, ConversationEvent>> observers,
    String node,
    NodeWatch watch) {
  Surroundings {
    observers = List.copyOf(observers);
  }

  void happened(ConversationId conversation, ConversationEvent event) {
    face.tell(new FaceCommand.Happened(conversation, event));
    affect.tell(new Affect.Observe(event));
    observers.forEach(observer -> observer.accept(conversation, event));
  }
}
