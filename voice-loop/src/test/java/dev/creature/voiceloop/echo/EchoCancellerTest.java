package dev.creature.voiceloop.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoCancellerTest {
  private static final int WINDOW = EchoCanceller.WINDOW;
  private static final float[] SILENCE = new float[WINDOW];

  @Test
  void leavesEveryBitWhileNothingSounds() {
    EchoCanceller canceller = new EchoCanceller();
    float[] person = SimulatedRoom.person();
    for (int i = 0; i + WINDOW <= person.length; i += WINDOW) {
      float[] window = Arrays.copyOfRange(person, i, i + WINDOW);
      canceller.clean(window, SILENCE);
      assertThat(window).isEqualTo(Arrays.copyOfRange(person, i, i + WINDOW));
      assertThat(canceller.ownVoice()).isFalse();
      assertThat(canceller.ownVoiceLikelihood()).isZero();
    }
  }

  @Test
  void leavesEveryBitAgainOnceTheEchoHasDied() {
    EchoCanceller canceller = new EchoCanceller();
    float[] played = SimulatedRoom.creature();
    for (int i = 0; i + WINDOW <= played.length; i += WINDOW) {
      float[] window = Arrays.copyOfRange(played, i, i + WINDOW);
      canceller.clean(window.clone(), window);
    }
    for (int i = 0; i < 15; i++) {
      canceller.clean(new float[WINDOW], SILENCE);
    }
    float[] window = Arrays.copyOfRange(SimulatedRoom.person(), 16_000, 16_000 + WINDOW);
    float[] before = window.clone();
    canceller.clean(window, SILENCE);

    assertThat(window).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"-6, 50, 300", "-6, 250, 500", "-12, 120, 200", "-20, 50, 0", "-20, 250, 300"})
  void takesItsOwnVoiceForNobodyElses(double decibels, int delayMillis, int reverbMillis) {
    float[] played = SimulatedRoom.creature();
    float[] microphone =
        SimulatedRoom.sum(
            SimulatedRoom.echo(played, decibels, delayMillis, reverbMillis),
            SimulatedRoom.noise(played.length, 0.001),
            0);

    // From the very first word on; one moment in six seconds may be mistaken.
    assertThat(personShare(played, microphone, 0, microphone.length)).isLessThan(0.05);
  }

  @ParameterizedTest
  @CsvSource({"-6, 50, 300", "-6, 250, 200", "-12, 120, 200", "-20, 50, 0", "-20, 250, 300"})
  void hearsAPersonThroughItsOwnVoice(double decibels, int delayMillis, int reverbMillis) {
    float[] played = SimulatedRoom.creature();
    float[] person = SimulatedRoom.person();
    int from = played.length / 2;
    float[] microphone =
        SimulatedRoom.sum(
            SimulatedRoom.sum(
                SimulatedRoom.echo(played, decibels, delayMillis, reverbMillis), person, from),
            SimulatedRoom.noise(played.length, 0.001),
            0);
    int to = Math.min(played.length, from + person.length);

    assertThat(personShare(played, microphone, from, to)).isGreaterThan(0.6);
  }

  @Test
  void forgetsAPersonUntilItsNextReply() {
    EchoCanceller canceller = new EchoCanceller();
    float[] played = SimulatedRoom.creature();
    float[] noise = SimulatedRoom.noise(played.length, 0.003);
    float[] echo = SimulatedRoom.sum(SimulatedRoom.echo(played, -6, 120, 200), noise, 0);
    float[] person = SimulatedRoom.person();
    clean(canceller, echo, played, 0, echo.length);
    // Somebody speaks from the end of the reply on, and is quiet before the next one.
    clean(canceller, Arrays.copyOf(person, 24_000), new float[24_000], 0, 24_000);
    clean(canceller, Arrays.copyOf(noise, 16_000), new float[16_000], 0, 16_000);

    // As many windows as a person is remembered while the creature sounds.
    assertThat(clean(canceller, echo, played, 0, 8 * WINDOW)).isZero();
  }

  @Test
  void hearsAPersonInAQuietRoomWhoseNoiseBeganAMomentBefore() {
    EchoCanceller canceller = new EchoCanceller();
    float[] played = SimulatedRoom.creature();
    float[] quiet = SimulatedRoom.noise(played.length, 1e-5);
    for (int reply = 0; reply < 3; reply++) {
      clean(canceller, quiet, played, 0, quiet.length);
    }
    float[] person = SimulatedRoom.person();
    for (int i = 0; i < person.length; i++) {
      person[i] *= 0.5f;
    }
    double hiss = 0.006;
    int hissFrom = 16_000;
    int from = played.length / 2;
    float[] microphone =
        SimulatedRoom.sum(
            SimulatedRoom.sum(quiet, SimulatedRoom.noise(played.length - hissFrom, hiss), hissFrom),
            person,
            from);

    // Of the windows in which the person is 10 dB louder than the hiss.
    int heard = 0;
    int all = 0;
    for (int i = 0; i + WINDOW <= Math.min(played.length, from + person.length); i += WINDOW) {
      canceller.clean(
          Arrays.copyOfRange(microphone, i, i + WINDOW), Arrays.copyOfRange(played, i, i + WINDOW));
      boolean speaks =
          i >= from
              && TwoPathFilter.energy(Arrays.copyOfRange(person, i - from, i - from + WINDOW))
                  > 10 * WINDOW * hiss * hiss;
      all += speaks ? 1 : 0;
      heard += speaks && !canceller.ownVoice() ? 1 : 0;
    }
    assertThat((double) heard / all).as("%d of %d", heard, all).isGreaterThan(0.9);
  }

  @Test
  void hearsWhoeverSpeaksRightWhenAReplyBeginsWhereNothingEverCameThrough() {
    EchoCanceller canceller = new EchoCanceller();
    float[] played = SimulatedRoom.creature();
    float[] hiss = SimulatedRoom.noise(played.length, 0.001);
    for (int reply = 0; reply < 3; reply++) {
      clean(canceller, hiss, played, 0, hiss.length);
      clean(canceller, hiss, new float[16_000], 0, 16_000);
    }
    int from = 1_600;
    float[] microphone = SimulatedRoom.sum(hiss, SimulatedRoom.person(), from);

    assertThat(clean(canceller, microphone, played, from, from + 16_000)).isGreaterThan(0.6);
  }

  @ParameterizedTest
  @CsvSource({"-6, 120, 200", "-6, 250, 200", "-12, 50, 200"})
  void doesNotTakeWhoeverBeginsTogetherWithASentenceForEcho(
      double decibels, int delayMillis, int reverbMillis) {
    EchoCanceller canceller = new EchoCanceller();
    float[] played = SimulatedRoom.creature();
    float[] echo =
        SimulatedRoom.sum(
            SimulatedRoom.echo(played, decibels, delayMillis, reverbMillis),
            SimulatedRoom.noise(played.length, 0.001),
            0);
    for (int reply = 0; reply < 2; reply++) {
      clean(canceller, echo, played, 0, echo.length);
    }
    float[] person = SimulatedRoom.scaled(SimulatedRoom.person(), 0.0175);
    int from = delayMillis * 16;
    float[] microphone = SimulatedRoom.sum(echo, person, from);

    assertThat(clean(canceller, microphone, played, from, from + person.length))
        .isGreaterThan(0.75);
  }

  @Test
  void hearsWhoeverInterruptsForTheTenthTime() {
    EchoCanceller canceller = new EchoCanceller();
    float[] played = SimulatedRoom.creature();
    float[] person = SimulatedRoom.person();
    int from = played.length / 2;
    float[] microphone = SimulatedRoom.sum(SimulatedRoom.noise(played.length, 1e-4), person, from);
    double least = 1;
    for (int time = 0; time < 10; time++) {
      // Half a second of both, then the creature yields.
      least = Math.min(least, clean(canceller, microphone, played, from, from + 8_000));
      for (int i = 0; i < 20; i++) {
        canceller.clean(new float[WINDOW], SILENCE);
      }
    }

    assertThat(least).isGreaterThan(0.6);
  }

  /** Noise at full scale, constants, squares, and a microphone that is the loudspeaker. */
  @Property(tries = 30)
  void neverMakesAnythingLouder(@ForAll long seed, @ForAll @IntRange(min = 0, max = 4) int kind) {
    EchoCanceller canceller = new EchoCanceller();
    Random random = new Random(seed);
    float[] last = new float[WINDOW];
    for (int i = 0; i < 150; i++) {
      float[] played = garbage(random, i, kind);
      float[] microphone = random.nextInt(3) == 0 ? last.clone() : garbage(random, i, kind + 1);
      double before = TwoPathFilter.energy(microphone);
      canceller.clean(microphone, played);
      assertThat(TwoPathFilter.energy(microphone)).isLessThanOrEqualTo(1.51 * before + 1e-6);
      last = played;
    }
  }

  private static float[] garbage(Random random, int index, int kind) {
    float[] window = new float[WINDOW];
    for (int k = 0; k < WINDOW; k++) {
      window[k] =
          switch (kind % 5) {
            case 0 -> random.nextBoolean() ? 1 : -1;
            case 1 -> random.nextFloat() * 2 - 1;
            case 2 -> index % 7 < 3 ? 1 : 0;
            case 3 -> (index * WINDOW + k) % 100 < 50 ? 1 : -1;
            default -> k == 0 ? 1 : 1e-20f;
          };
    }
    return window;
  }

  private static double personShare(float[] played, float[] microphone, int from, int to) {
    return clean(new EchoCanceller(), microphone, played, from, to);
  }

  /** Share of the windows in a stretch in which a person is heard. */
  private static double clean(
      EchoCanceller canceller, float[] microphone, float[] played, int from, int to) {
    int person = 0;
    int all = 0;
    for (int i = 0; i + WINDOW <= Math.min(to, microphone.length); i += WINDOW) {
      canceller.clean(
          Arrays.copyOfRange(microphone, i, i + WINDOW), Arrays.copyOfRange(played, i, i + WINDOW));
      if (i >= from && i + WINDOW <= to) {
        all++;
        person += canceller.ownVoice() || canceller.ownVoiceLikelihood() == 0 ? 0 : 1;
      }
    }
    return (double) person / all;
  }
}
