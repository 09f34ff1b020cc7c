package dev.creature.deploy.node;

import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.engine.EngineEvent;
import dev.creature.voiceloop.engine.PcmBlock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.pekko.actor.typed.ActorRef;

/** A voice that counts what it hears of a phone that is never silent. */
final class CountingVoice extends OverheardVoice {
  /** Each sample that the phone of the test sends. */
  static final short MICROPHONE = 4_096;

  private final AtomicLong heard = new AtomicLong();
  private final AtomicLong gaps = new AtomicLong();

  @Override
  BiConsumer<EngineCommand, ActorRef<EngineEvent>> ear() {
    AtomicBoolean begun = new AtomicBoolean();
    return (command, _) -> {
      if (command instanceof EngineCommand.Hear(PcmBlock block)) {
        count(block.samples(), begun);
      }
    };
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
