package dev.creature.voiceloop.cascade;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.models.runtime.InferencePool;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.noise.NoiseSuppression;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Ears that listen to a test: a loud tone stands for the voice, and the judge of voices tells it
 * from silence by its energy.
 */
abstract class ListeningEarsScene {
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ActorTestKit kit = ActorTestKit.create();
  final InferencePool pool = new InferencePool(2);
  final TestProbe<EarsEvent> events = kit.createTestProbe();
  final CountingRecognition recognition = new CountingRecognition();
  final AtomicReference<Double> turnProbability = new AtomicReference<>(0.9);
  ActorRef<EarsCommand> ears = kit.system().ignoreRef();
  long nextSample;

  @BeforeEach
  final void start() {
    LocalEars local =
        new LocalEars(
            pool,
            () -> window -> window[100] == 0 && window[101] == 0 ? 0.01 : 0.99,
            _ -> turnProbability.get(),
            recognition,
            NoiseSuppression.NONE,
            VoiceActivitySettings.standard());
    ears = kit.spawn(local.listen(new ConversationId("test"), events.ref()));
  }

  @AfterEach
  final void end() {
    kit.shutdownTestKit();
    pool.close();
  }

  final <T extends EarsEvent> T next(Class<T> type) {
    return type.cast(
        events
            .fishForMessage(
                PATIENCE,
                event ->
                    type.isInstance(event)
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore())
            .getLast());
  }

  final void silence(int millis) {
    feed(millis, 0);
  }

  final void voice(int millis) {
    feed(millis, 0.3);
  }

  final void feed(int millis, double amplitude) {
    for (int done = 0; done < millis; done += 20) {
      float[] block = new float[320];
      for (int i = 0; i < block.length; i++) {
        block[i] = (float) (amplitude * Math.sin(0.12 * (nextSample + i)));
      }
      ears.tell(new EarsCommand.Hear(new PcmBlock(nextSample, block)));
      nextSample += block.length;
    }
  }
}
