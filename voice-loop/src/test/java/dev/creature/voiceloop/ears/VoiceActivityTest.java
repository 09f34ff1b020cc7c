package dev.creature.voiceloop.ears;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VoiceActivityTest {
  private static final int WINDOW = VoiceActivity.WINDOW;
  private static final int MILLI = 16;

  /** Speech as the VAD reports it: one window late, and sure for four windows too long. */
  private record Scene(float[] sound, double[] probabilities) {
    static Scene of(int totalMillis, double noise, double voice, int... startsAndEndsMillis) {
      int windows = totalMillis * MILLI / WINDOW;
      float[] sound = new float[windows * WINDOW];
      double[] probabilities = new double[windows];
      Random random = new Random(9);
      for (int i = 0; i < sound.length; i++) {
        sound[i] = (float) (noise * random.nextGaussian());
      }
      for (int s = 0; s < startsAndEndsMillis.length; s += 2) {
        int from = startsAndEndsMillis[s] * MILLI;
        int to = startsAndEndsMillis[s + 1] * MILLI;
        for (int i = from; i < to; i++) {
          sound[i] += (float) (voice * Math.sin(2 * Math.PI * 300 * i / 16_000.0));
        }
        for (int w = from / WINDOW + 1; w < Math.min(windows, to / WINDOW + 4); w++) {
          probabilities[w] = 0.95;
        }
      }
      return new Scene(sound, probabilities);
    }

    Scene changed(double gain, double offset) {
      float[] other = new float[sound.length];
      for (int i = 0; i < sound.length; i++) {
        other[i] = (float) (sound[i] * gain + offset);
      }
      return new Scene(other, probabilities);
    }

    List<VoiceEvent> events() {
      VoiceActivity activity = new VoiceActivity(VoiceActivitySettings.standard());
      List<VoiceEvent> events = new ArrayList<>();
      for (int w = 0; w < probabilities.length; w++) {
        events.addAll(activity.accept(probabilities[w], sound, w * WINDOW));
      }
      events.addAll(activity.finish());
      return events;
    }
  }

  @Test
  void theStartAndTheEndAreThoseOfTheSoundAndNotOfTheDetector() {
    List<VoiceEvent> events = Scene.of(4000, 0.001, 0.1, 1000, 2200).events();
    assertThat(events).hasSize(2);
    assertNear(events.getFirst(), 1000);
    assertNear(events.getLast(), 2200);
  }

  @Test
  void somethingLoudStirsInItsFirstWindowAndNoiseDoesNot() {
    Scene scene = Scene.of(2000, 0.001, 0.1, 1024, 1900);
    VoiceActivity activity = new VoiceActivity(VoiceActivitySettings.standard());
    List<Boolean> stirring = new ArrayList<>();
    for (int w = 0; w < 34; w++) {
      activity.accept(0.1, scene.sound(), w * WINDOW);
      stirring.add(activity.stirring());
    }
    assertThat(stirring.subList(0, 32)).containsOnly(false);
    assertThat(stirring.subList(32, 34)).containsOnly(true);
  }

  @Test
  void theEndIsNoticedWithinOneWindowOfTheSilenceAskedFor() {
    VoiceEvent end = Scene.of(4000, 0.001, 0.1, 1000, 2200).events().getLast();
    assertThat((end.noticedSample() - end.atSample()) / MILLI).isBetween(160L, 192L);
  }

  @Test
  void aPauseEndsAVoiceAndTheNextWordBeginsItAgain() {
    List<VoiceEvent> events = Scene.of(5000, 0.001, 0.1, 1000, 1800, 2400, 3000).events();
    assertThat(events).hasSize(4);
    assertNear(events.get(1), 1800);
    assertThat(events.get(2)).isInstanceOf(VoiceEvent.Started.class);
    assertNear(events.get(2), 2400);
    assertNear(events.get(3), 3000);
  }

  @Test
  void theSilenceInsideAConsonantEndsNothing() {
    assertThat(Scene.of(4000, 0.001, 0.1, 1000, 1500, 1600, 2200).events()).hasSize(2);
  }

  @Test
  void loudNoiseIsNoVoice() {
    Scene loud = Scene.of(4000, 0.05, 0.3, 1000, 2200);
    List<VoiceEvent> events = loud.events();
    assertThat(events).hasSize(2);
    assertNear(events.getFirst(), 1000);
    assertNear(events.getLast(), 2200);
  }

  @Test
  void aVoiceThatTheFileCutsOffEndsWithTheFile() {
    List<VoiceEvent> events = Scene.of(2048, 0.001, 0.1, 1100, 2048).events();
    assertThat(events).hasSize(2);
    assertThat(events.getLast().atSample()).isEqualTo(2048 * MILLI);
  }

  @Test
  void aClickIsNoVoice() {
    Scene click = Scene.of(3000, 0.001, 0.3, 1000, 1010);
    for (int w = 0; w < click.probabilities().length; w++) {
      click.probabilities()[w] = w == 31 ? 0.9 : 0;
    }
    assertThat(click.events()).isEmpty();
  }

  @Test
  void aSureDetectorAloneInDigitalSilenceIsNotBelieved() {
    Scene silence = new Scene(new float[100 * WINDOW], new double[100]);
    Arrays.fill(silence.probabilities(), 1);
    assertThat(silence.events()).isEmpty();
  }

  @Property(tries = 40)
  void howLoudARecordingIsMakesNoDifference(@ForAll @FloatRange(min = -40, max = 10) float gainDb) {
    Scene scene = Scene.of(4000, 0.001, 0.1, 1000, 1800, 2400, 3000);
    List<VoiceEvent> events = scene.changed(Math.pow(10, gainDb / 20), 0).events();
    assertThat(events).hasSize(4);
    assertNear(events.get(0), 1000);
    assertNear(events.get(1), 1800);
    assertNear(events.get(2), 2400);
    assertNear(events.get(3), 3000);
  }

  @Property(tries = 20)
  void aConstantOffsetMakesNoDifference(@ForAll @FloatRange(min = -0.5f, max = 0.5f) float offset) {
    Scene scene = Scene.of(4000, 0.001, 0.1, 1000, 2200);
    List<VoiceEvent> events = scene.changed(1, offset).events();
    assertThat(events).hasSize(2);
    assertNear(events.getFirst(), 1000);
    assertNear(events.getLast(), 2200);
  }

  @Property(tries = 300)
  void whateverComesEventsAlternateAndTimeNeverGoesBack(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 1000) Integer> millis,
      @ForAll long seed) {
    Random random = new Random(seed);
    VoiceActivity activity = new VoiceActivity(VoiceActivitySettings.standard());
    List<VoiceEvent> events = new ArrayList<>();
    double loud = 0.01;
    for (int probability : millis) {
      loud = random.nextInt(4) == 0 ? Math.pow(10, -5 * random.nextDouble()) : loud;
      float[] window = new float[WINDOW];
      for (int i = 0; i < WINDOW; i++) {
        window[i] = (float) (loud * random.nextGaussian());
      }
      List<VoiceEvent> now = activity.accept(probability / 1000.0, window, 0);
      assertThat(now).allMatch(event -> event.noticedSample() == activity.samplesHeard());
      events.addAll(now);
    }
    events.addAll(activity.finish());
    assertThat(activity.speaking()).isFalse();
    long last = 0;
    for (int i = 0; i < events.size(); i++) {
      VoiceEvent event = events.get(i);
      assertThat(event instanceof VoiceEvent.Started).isEqualTo(i % 2 == 0);
      assertThat(event.atSample()).isBetween(last, event.noticedSample());
      if (i % 2 == 1) {
        assertThat(event.atSample()).isGreaterThan(last);
      }
      last = event.atSample();
    }
    assertThat(events.size() % 2).isZero();
  }

  private static void assertNear(VoiceEvent event, int millis) {
    assertThat(event.atSample() / MILLI).isBetween(millis - 24L, millis + 24L);
  }
}
