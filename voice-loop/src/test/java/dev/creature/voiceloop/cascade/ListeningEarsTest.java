package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.models.runtime.InferencePool;
import dev.creature.voiceloop.cascade.EarsEvent.EarsFailed;
import dev.creature.voiceloop.cascade.EarsEvent.PartialWords;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.cascade.EarsEvent.TurnWords;
import dev.creature.voiceloop.cascade.EarsEvent.VoiceEnded;
import dev.creature.voiceloop.cascade.EarsEvent.VoiceStarted;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.noise.NoiseSuppression;
import dev.creature.voiceloop.recognition.PartialTranscript;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A loud tone stands for the voice, and the judge of voices tells it from silence by its energy.
 */
class ListeningEarsTest {
  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final InferencePool pool = new InferencePool(2);
  private final TestProbe<EarsEvent> events = KIT.createTestProbe();
  private final CountingRecognition recognition = new CountingRecognition();
  private final AtomicReference<Double> turnProbability = new AtomicReference<>(0.9);
  private ActorRef<EarsCommand> ears = KIT.system().ignoreRef();
  private long nextSample;

  @BeforeEach
  void start() {
    LocalEars local =
        new LocalEars(
            pool,
            () -> window -> window[100] == 0 && window[101] == 0 ? 0.01 : 0.99,
            _ -> turnProbability.get(),
            recognition,
            NoiseSuppression.NONE,
            VoiceActivitySettings.standard());
    ears = KIT.spawn(local.listen(new ConversationId("test"), events.ref()));
  }

  @AfterEach
  void closePool() {
    pool.close();
  }

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  @Test
  void hearsAVoiceBeginAndEndAtTheTimesOfItsSound() {
    silence(1000);
    voice(800);
    silence(600);

    assertThat(next(VoiceStarted.class).atMillis()).isBetween(960L, 1010L);
    assertThat(next(VoiceEnded.class).atMillis()).isBetween(1780L, 1830L);
  }

  @Test
  void finishesTheWordsOfTheWholeTurnInEachPause() {
    silence(500);
    voice(800);
    silence(300);
    assertThat(next(TurnWords.class).text()).isEqualTo("heard 1 times");
    voice(800);
    silence(300);

    assertThat(next(TurnWords.class).text()).isEqualTo("heard 2 times");
    assertThat(recognition.turns.get()).isEqualTo(1);
  }

  @Test
  void beginsANewTurnAfterTheOldOneWasTaken() {
    silence(500);
    voice(800);
    silence(300);
    next(TurnWords.class);
    ears.tell(EarsCommand.TurnTaken.INSTANCE);
    voice(800);
    silence(300);

    assertThat(next(TurnWords.class).text()).isEqualTo("heard 1 times");
    assertThat(recognition.turns.get()).isEqualTo(2);
  }

  @Test
  void asksWhetherTheTurnHasEndedWhileThePauseGrows() {
    silence(500);
    voice(800);
    silence(300);
    assertThat(judgedSilence().endProbability().orElseThrow()).isEqualTo(0.9);
    turnProbability.set(0.2);
    silence(600);

    assertThat(
            events.fishForMessage(
                PATIENCE,
                event ->
                    event instanceof Silence silence && silence.endProbability().orElse(0) == 0.2
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndIgnore()))
        .isNotEmpty();
  }

  @Test
  void hearsTheWordsOnceMoreWhenThePauseLasts() {
    silence(500);
    voice(800);
    silence(600);

    assertThat(next(TurnWords.class).text()).isEqualTo("heard 1 times");
    assertThat(next(TurnWords.class).text()).isEqualTo("heard 2 times");
  }

  @Test
  void tellsThatAMomentOfSilenceWasNoPause() {
    silence(500);
    voice(800);
    silence(96);
    voice(400);

    assertThat(next(EarsEvent.Hushed.class).atMillis()).isBetween(1280L, 1330L);
    assertThat(next(EarsEvent.WentOn.class).pausedMillis()).isBetween(64L, 160L);
  }

  @Test
  void tellsOfALikelyVoiceBeforeItIsSure() {
    silence(500);
    voice(200);

    assertThat(next(EarsEvent.VoiceLikely.class).nowMillis()).isBetween(500L, 570L);
  }

  @Test
  void tellsAVoiceFarAwayFromTheUsersAndSaysWhenItIsNear() {
    takenTurn(0.3);
    feed(800, 0.02);
    next(EarsEvent.VoiceFar.class);
    next(VoiceStarted.class);
    feed(300, 0.3);

    next(EarsEvent.VoiceNear.class);
  }

  @Test
  void callsNobodyFarWhoIsALittleSofter() {
    takenTurn(0.3);
    feed(800, 0.1);
    silence(300);
    events.fishForMessage(
        PATIENCE,
        event -> {
          assertThat(event).isNotInstanceOf(EarsEvent.VoiceFar.class);
          return event instanceof TurnWords
              ? FishingOutcomes.complete()
              : FishingOutcomes.continueAndIgnore();
        });
  }

  private void takenTurn(double amplitude) {
    silence(500);
    feed(800, amplitude);
    silence(300);
    next(TurnWords.class);
    ears.tell(EarsCommand.TurnTaken.INSTANCE);
    silence(300);
  }

  @Test
  void passesPartialWordsOn() {
    silence(500);
    voice(800);
    next(VoiceStarted.class);
    recognition.partial.get().accept(new PartialTranscript("hello wor", 5, 600));

    PartialWords partial = next(PartialWords.class);
    assertThat(partial.text()).isEqualTo("hello wor");
    assertThat(partial.stableCharacters()).isEqualTo(5);
    assertThat(partial.heardMillis()).isBetween(650L, 760L);
  }

  @Test
  void saysSoWhenTheRecogniserFailsAndCountsTheTurnAsNotUnderstood() {
    recognition.failing = true;
    silence(500);
    voice(800);
    silence(600);

    assertThat(next(EarsFailed.class).message()).contains("recogniser", "no words today");
    assertThat(next(TurnWords.class).text()).isEmpty();
  }

  @Test
  void callsItNoFailureThatNobodyNeedsTheWordsAnyMore() {
    recognition.slow = true;
    silence(500);
    voice(800);
    silence(600);
    next(VoiceEnded.class);
    ears.tell(EarsCommand.TurnTaken.INSTANCE);
    recognition.slow = false;
    voice(800);
    silence(300);

    events.fishForMessage(
        PATIENCE,
        event -> {
          assertThat(event).isNotInstanceOf(EarsFailed.class);
          return event instanceof TurnWords
              ? FishingOutcomes.complete()
              : FishingOutcomes.continueAndIgnore();
        });
  }

  @Test
  void losesNoSoundWhenItComesFasterThanItIsJudged() {
    silence(500);
    voice(800);
    silence(600);
    next(TurnWords.class);

    // From 400 ms before the voice to the last whole window.
    assertThat(recognition.samples.get()).isBetween(16 * 1200, 16 * 1800);
  }

  private <T extends EarsEvent> T next(Class<T> type) {
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

  private Silence judgedSilence() {
    silence(200);
    return (Silence)
        events
            .fishForMessage(
                PATIENCE,
                event -> {
                  if (event instanceof Silence silence && silence.endProbability().isPresent()) {
                    return FishingOutcomes.complete();
                  }
                  // Time goes on only with sound.
                  silence(32);
                  return FishingOutcomes.continueAndIgnore();
                })
            .getLast();
  }

  @Test
  void takesTheEchoOfTheCreaturesOwnVoiceForNobody() {
    silence(500);
    creature(1500);
    silence(700);
    long from = nextSample / 16;
    voice(800);
    silence(600);

    assertThat(next(VoiceStarted.class).atMillis()).isBetween(from - 40, from + 20);
  }

  /** The creature sounds, and its echo comes 50 ms later at a quarter of the amplitude. */
  private void creature(int millis) {
    long start = nextSample;
    for (int done = 0; done < millis + 60; done += 20) {
      short[] played = new short[480];
      float[] block = new float[320];
      for (int i = 0; i < played.length && done < millis; i++) {
        played[i] = (short) (8000 * Math.sin(0.08 * (done * 24 + i)));
      }
      for (int i = 0; i < block.length; i++) {
        long place = nextSample - start + i - 800;
        if (place >= 0 && place < millis * 16L) {
          block[i] = (float) (0.06 * Math.sin(0.12 * place));
        }
      }
      ears.tell(new EarsCommand.Sounded(nextSample / 16, played));
      ears.tell(new EarsCommand.Hear(new PcmBlock(nextSample, block)));
      nextSample += block.length;
    }
  }

  private void silence(int millis) {
    feed(millis, 0);
  }

  private void voice(int millis) {
    feed(millis, 0.3);
  }

  private void feed(int millis, double amplitude) {
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
