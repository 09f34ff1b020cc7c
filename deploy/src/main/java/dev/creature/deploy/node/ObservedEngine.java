package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.VoiceEngine;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** Any voice engine, whose clips are shown to the face before they are played. */
record ObservedEngine(VoiceEngine engine, ClipVisemes visemes) implements VoiceEngine {
  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Behavior<EngineCommand> converse(
      ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
    return Behaviors.setup(context -> {
      ActorRef<EngineEvent> between = context.spawn(passOn(events), "clips");
      return engine.converse(conversation, seed, between);
    });
  }

  private Behavior<EngineEvent> passOn(ActorRef<EngineEvent> events) {
    return Behaviors.receiveMessage(event -> {
      if (event instanceof EngineEvent.ReplySound sound) {
        visemes.add(sound.turn(), sound.clip());
      }
      events.tell(event);
      return Behaviors.same();
    });
  }
}
