package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The scripted voice, with somebody who hears each command before it does. */
abstract class OverheardVoice implements VoiceEngine {
  private final VoiceEngine scripted = new ScriptedVoice();

  /** Who hears the commands of one conversation, and may say something of it first. */
  abstract BiConsumer<EngineCommand, ActorRef<EngineEvent>> ear();

  @Override
  public String name() {
    return "overheard";
  }

  @Override
  public Behavior<EngineCommand> converse(
      ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
    return Behaviors.setup(context -> {
      ActorRef<EngineCommand> inner =
          context.spawn(scripted.converse(conversation, seed, events), "scripted");
      BiConsumer<EngineCommand, ActorRef<EngineEvent>> ear = ear();
      return Behaviors.receiveMessage(command -> {
        ear.accept(command, events);
        inner.tell(command);
        return Behaviors.same();
      });
    });
  }
}
