package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.VoiceEngine;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** A voice that counts what it hears of a phone that is never silent. */
final class CountingVoice implements VoiceEngine {
  /** Each sample that the phone of the test sends. */
  static final short MICROPHONE = 4_096;

  private final VoiceEngine scripted = new ScriptedVoice();
  private final AtomicLong heard = new AtomicLong();
  private final AtomicLong gaps = new AtomicLong();

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public Behavior<EngineCommand> converse(
      ConversationId conversation, long seed, ActorRef<EngineEvent> events) {
    return Behaviors.setup(context -> {
      ActorRef<EngineCommand> inner =
          context.spawn(scripted.converse(conversation, seed, events), "scripted");
      AtomicBoolean begun = new AtomicBoolean();
      return Behaviors.receiveMessage(command -> {
        if (command instanceof EngineCommand.Hear(PcmBlock block)) {
          count(block.samples(), begun);
        }
        inner.tell(command);
        return Behaviors.same();
      });
    });
  }

  private void count(float[] samples, AtomicBoolean begun) {
    int loud = 0;
    for (float sample : samples) {
      loud += sample == MICROPHONE / 32_768f ? 1 : 0;
    }
    heard.addAndGet(loud);
    // Only the phone of the test ever begins.
    if (loud > 0) {
      begun.set(true);
    } else if (begun.get()) {
      gaps.incrementAndGet();
    }
  }

  /** How many samples of the phone's were heard. */
  long heard() {
    return heard.get();
  }

  /** How many blocks after the first were silent. */
  long gaps() {
    return gaps.get();
  }
}
