package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.runtime.Lane;
import dev.creature.voiceloop.cascade.EarsEvent.TurnWords;
import dev.creature.voiceloop.cascade.EarsEvent.VoiceStarted;
import dev.creature.voiceloop.engine.PcmBlock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.junit.jupiter.api.Test;

class ListeningEarsAmongOthersTest extends ListeningEarsScene {
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

  @Test
  void looksOnlyIntoLongerGapsWhileOthersWaitForTheModels() {
    CountDownLatch others = new CountDownLatch(1);
    for (int i = 0; i <= pool.threadCount(); i++) {
      pool.submit(Lane.SOUND, "others " + i, () -> others.await(10, TimeUnit.SECONDS));
    }
    silence(500);
    voice(800);
    silence(96);
    voice(400);
    next(EarsEvent.WentOn.class);
    others.countDown();
    silence(300);

    assertThat(next(TurnWords.class).text()).isEqualTo("heard 1 times");
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

  private void takenTurn(double amplitude) {
    silence(500);
    feed(800, amplitude);
    silence(300);
    next(TurnWords.class);
    ears.tell(EarsCommand.TurnTaken.INSTANCE);
    silence(300);
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
}
