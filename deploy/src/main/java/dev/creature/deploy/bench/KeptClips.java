package dev.creature.deploy.bench;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Any voice engine, whose sound is kept as it was meant to be played: what was really heard is
 * measured against it. For one conversation.
 */
record KeptClips(VoiceEngine engine, Map<Integer, List<SoundClip>> clips) implements VoiceEngine {
  KeptClips(VoiceEngine engine) {
    this(engine, new ConcurrentHashMap<>());
  }

  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public Behavior<EngineCommand> converse(
      ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
    return Behaviors.setup(
        context -> engine.converse(conversation, seed, context.spawn(keep(events), "clips")));
  }

  private Behavior<EngineEvent> keep(ActorRef<EngineEvent> events) {
    return Behaviors.receiveMessage(event -> {
      if (event instanceof EngineEvent.ReplySound(int turn, SoundClip clip)) {
        clips.computeIfAbsent(turn, _ -> new CopyOnWriteArrayList<>()).add(clip);
      }
      events.tell(event);
      return Behaviors.same();
    });
  }
}
