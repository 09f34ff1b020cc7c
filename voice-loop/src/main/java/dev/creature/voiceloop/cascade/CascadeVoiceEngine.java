package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.VoiceEngine;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The cascade of local models as a voice engine. */
public final class CascadeVoiceEngine implements VoiceEngine {
  private final CascadeParts parts;

  CascadeVoiceEngine(CascadeParts parts) {
    this.parts = parts;
  }

  @Override
  public String name() {
    return "cascade";
  }

  @Override
  public Behavior<EngineCommand> converse(
      ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
    return Behaviors.setup(
        context -> new CascadeEngine(context, conversation, parts, seed, events).start());
  }
}
