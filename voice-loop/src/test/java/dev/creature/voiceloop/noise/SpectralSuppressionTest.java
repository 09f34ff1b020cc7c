package dev.creature.voiceloop.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectralSuppressionTest {
  private static final int RATE = 16_000;
  private static final int WINDOW = 512;

  @Test
  void lowersSteadyNoiseByWhatWasAskedFor() {
    float[] noise = noise(4 * RATE, 0.02, 1);
    float[] left = cleaned(noise, 12);
    assertThat(decibels(noise, left, 2 * RATE, 4 * RATE)).isBetween(-12.5, -10.0);
  }

  @Test
  void keepsALoudVoiceAsLoudAsItIsAndLowersTheNoiseBetweenItsWords() {
    float[] voice = pulses(4 * RATE);
    float[] both = sum(voice, noise(4 * RATE, 0.01, 2));
    float[] late = cleaned(both, 12);
    float[] left = Arrays.copyOfRange(late, SpectralSuppression.DELAY, late.length);
    // From 2.05 s on a word of 0.1 s, well inside; from 2.25 s on the pause behind it.
    int word = 2 * RATE + RATE / 20;
    int pause = 2 * RATE + RATE / 4;
    assertThat(decibels(both, left, word, word + RATE / 10)).isBetween(-1.0, 0.2);
    assertThat(decibels(both, left, pause, pause + RATE / 10)).isLessThan(-9);
  }

  @Test
  void findsANoiseThatSetsInWithinThreeSeconds() {
    float[] sound = noise(6 * RATE, 0.0003, 3);
    float[] loud = noise(6 * RATE, 0.03, 4);
    System.arraycopy(loud, 2 * RATE, sound, 2 * RATE, 4 * RATE);
    float[] left = cleaned(sound, 12);
    assertThat(decibels(sound, left, 5 * RATE, 6 * RATE)).isLessThan(-9);
  }

  @Test
  void isLateByEightMillisecondsAndNotMore() {
    // A click in silence, loud enough to be no noise: nothing is taken from it.
    float[] sound = new float[4 * WINDOW];
    sound[2 * WINDOW + 100] = 0.5f;
    float[] left = cleaned(sound, 12);
    int loudest = 0;
    for (int i = 0; i < left.length; i++) {
      loudest = Math.abs(left[i]) > Math.abs(left[loudest]) ? i : loudest;
    }
    assertThat(loudest).isEqualTo(2 * WINDOW + 100 + 128);
    assertThat(left[loudest]).isCloseTo(0.5f, within(0.01f));
  }

  @Test
  void silenceStaysSilentAndNothingEverLeavesTheRange() {
    for (float sample : cleaned(new float[RATE], 12)) {
      assertThat(sample).isZero();
    }
    Random random = new Random(5);
    float[] wild = new float[2 * RATE];
    for (int i = 0; i < wild.length; i++) {
      wild[i] = i % 4_000 < 2_000 ? (random.nextBoolean() ? 1 : -1) : 0;
    }
    for (float sample : cleaned(wild, 30)) {
      assertThat(sample).isFinite().isBetween(-2f, 2f);
    }
  }

  @Test
  void givesTheSameForTheSameSound() {
    float[] sound = noise(RATE, 0.1, 6);
    float[] once = cleaned(sound, 12);
    float[] again = cleaned(sound, 12);
    assertThat(again).isEqualTo(once);
  }

  @Test
  void refusesWindowsAndStrengthsThatMakeNoSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SpectralSuppression(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpectralSuppression(12).clean(new float[100]));
  }

  @Test
  void theExponentialIntegralIsThatOfTheTables() {
    assertThat(ExponentialIntegral.of(0.1)).isCloseTo(1.8229240, within(1e-6));
    assertThat(ExponentialIntegral.of(1)).isCloseTo(0.2193839, within(1e-6));
    assertThat(ExponentialIntegral.of(1.0001)).isCloseTo(0.2193471, within(1e-6));
    assertThat(ExponentialIntegral.of(5)).isCloseTo(0.0011483, within(1e-6));
    assertThat(ExponentialIntegral.of(100)).isZero();
  }

  private static float[] cleaned(float[] sound, double decibels) {
    SpectralSuppression stream = new SpectralSuppression(decibels);
    float[] left = sound.clone();
    for (int at = 0; at + WINDOW <= left.length; at += WINDOW) {
      float[] window = Arrays.copyOfRange(left, at, at + WINDOW);
      stream.clean(window);
      System.arraycopy(window, 0, left, at, WINDOW);
    }
    return left;
  }

  private static float[] noise(int count, double amplitude, long seed) {
    Random random = new Random(seed);
    float[] noise = new float[count];
    for (int i = 0; i < count; i++) {
      noise[i] = (float) (amplitude * random.nextGaussian());
    }
    return noise;
  }

  /** Harmonics of 150 Hz, 0.2 s on and 0.2 s off. */
  private static float[] pulses(int count) {
    float[] sound = new float[count];
    for (int i = 0; i < count; i++) {
      double angle = 2 * Math.PI * 150 * i / RATE;
      double on = Math.max(0, Math.sin(2 * Math.PI * 2.5 * i / RATE));
      for (int harmonic = 1; harmonic <= 8; harmonic++) {
        sound[i] += (float) (0.05 * on * Math.sin(harmonic * angle));
      }
    }
    return sound;
  }

  private static float[] sum(float[] one, float[] other) {
    float[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  private static double decibels(float[] before, float[] behind, int from, int to) {
    double powerBefore = 0;
    double powerBehind = 0;
    for (int i = from; i < to; i++) {
      powerBefore += before[i] * before[i];
      powerBehind += behind[i] * behind[i];
    }
    return 10 * Math.log10(powerBehind / powerBefore);
  }
}
