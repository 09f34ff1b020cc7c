package dev.creature.voiceloop.echo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.audio.RealTransform;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoPathFilterTest {
  private static final int WINDOW = 512;
  private static final float[] PLAYED = twice(SimulatedRoom.creature());

  @ParameterizedTest
  @CsvSource({
    "-6, 50, 0",
    "-6, 120, 300",
    "-6, 250, 500",
    "-12, 50, 200",
    "-12, 250, 300",
    "-20, 50, 500",
    "-20, 120, 200",
    "-20, 250, 0"
  })
  void takesOutTheEchoOfAnyRoom(double decibels, int delayMillis, int reverbMillis) {
    float[] echo = SimulatedRoom.echo(PLAYED, decibels, delayMillis, reverbMillis);

    assertThat(attenuation(echo, cleaned(echo))).isGreaterThan(15);
  }

  @Test
  void takesOutMostOfTheEchoOfALoudspeakerThatDistorts() {
    float[] echo = SimulatedRoom.echo(SimulatedRoom.softClipped(PLAYED), -6, 120, 300);

    assertThat(attenuation(echo, cleaned(echo))).isGreaterThan(10);
  }

  @Test
  void followsAClockThatDrifts() {
    float[] echo = SimulatedRoom.drifting(SimulatedRoom.echo(PLAYED, -6, 120, 300), 20);

    assertThat(attenuation(echo, cleaned(echo))).isGreaterThan(12);
  }

  @Test
  void leavesAPersonWhoSpeaksOverTheCreature() {
    float[] echo = SimulatedRoom.echo(PLAYED, -6, 120, 300);
    float[] person = SimulatedRoom.person();
    int from = echo.length / 2;
    float[] cleaned = cleaned(SimulatedRoom.sum(echo, person, from));
    int to = Math.min(echo.length, from + person.length) / WINDOW * WINDOW;

    double damage = 0;
    double spoken = 0;
    double sounded = 0;
    for (int i = from; i < to; i++) {
      damage += Math.pow(cleaned[i] - person[i - from], 2);
      spoken += Math.pow(person[i - from], 2);
      sounded += Math.pow(echo[i], 2);
    }
    assertThat(10 * Math.log10(spoken / damage)).isGreaterThan(10);
    assertThat(damage).isLessThan(sounded / 10);
  }

  @Test
  void isNotSpoiledByAPersonWhoSpeaksOverTheCreature() {
    float[] twice = twice(PLAYED);
    float[] echo = SimulatedRoom.echo(twice, -12, 120, 300);
    float[] person = SimulatedRoom.person();
    int from = PLAYED.length - person.length;
    float[] cleaned = cleaned(twice, SimulatedRoom.sum(echo, person, from));

    // The first 1.5 s after the person has fallen silent.
    int start = PLAYED.length + 1000;
    assertThat(attenuation(echo, cleaned, start, start + 24_000)).isGreaterThan(12);
  }

  @Test
  void findsItsWayIntoAnotherRoom() {
    float[] twice = twice(PLAYED);
    float[] here = SimulatedRoom.echo(twice, -12, 120, 300);
    float[] there = SimulatedRoom.echo(twice, -6, 60, 200);
    System.arraycopy(there, PLAYED.length, here, PLAYED.length, PLAYED.length);
    float[] cleaned = cleaned(twice, here);

    assertThat(attenuation(here, cleaned, here.length - 32_000, here.length)).isGreaterThan(12);
  }

  private static float[] twice(float[] sound) {
    float[] twice = Arrays.copyOf(sound, sound.length * 2);
    System.arraycopy(sound, 0, twice, sound.length, sound.length);
    return twice;
  }

  private static double attenuation(float[] echo, float[] cleaned) {
    // The second half: by then it has had one reply to learn from.
    return attenuation(echo, cleaned, echo.length / 2, echo.length);
  }

  private static double attenuation(float[] echo, float[] cleaned, int from, int to) {
    double before = TwoPathFilter.energy(Arrays.copyOfRange(echo, from, to / WINDOW * WINDOW));
    double after = TwoPathFilter.energy(Arrays.copyOfRange(cleaned, from, to / WINDOW * WINDOW));
    return 10 * Math.log10(before / after);
  }

  private static float[] cleaned(float[] microphone) {
    return cleaned(PLAYED, microphone);
  }

  private static float[] cleaned(float[] played, float[] microphone) {
    RealTransform transform = new RealTransform(2 * WINDOW);
    ReferenceSpectra reference = new ReferenceSpectra(transform, WINDOW, 14);
    TwoPathFilter filter = new TwoPathFilter(transform, WINDOW, 14);
    float[] cleaned = new float[microphone.length];
    float[] left = new float[WINDOW];
    for (int i = 0; i + WINDOW <= microphone.length; i += WINDOW) {
      reference.accept(Arrays.copyOfRange(played, i, i + WINDOW));
      filter.take(
          reference, Arrays.copyOfRange(microphone, i, i + WINDOW), new float[WINDOW], left);
      System.arraycopy(left, 0, cleaned, i, WINDOW);
    }
    return cleaned;
  }
}
