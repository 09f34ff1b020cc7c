package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.cascade.EarsEvent.EarsFailed;
import dev.creature.voiceloop.cascade.EarsEvent.PartialWords;
import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.cascade.EarsEvent.TurnWords;
import dev.creature.voiceloop.cascade.EarsEvent.VoiceEnded;
import dev.creature.voiceloop.cascade.EarsEvent.VoiceStarted;
import dev.creature.voiceloop.recognition.PartialTranscript;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.junit.jupiter.api.Test;

class ListeningEarsTest extends ListeningEarsScene {
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
}
