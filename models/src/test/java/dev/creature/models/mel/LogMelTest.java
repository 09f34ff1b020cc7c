package dev.creature.models.mel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The reference is the formula itself, written out without a fast transform. */
class LogMelTest {
  @Test
  void theFilterbankHasTheSumsOfTheReference() {
    assertThat(columnSum(0)).isCloseTo(0.02486259, within(1e-7));
    assertThat(columnSum(40)).isCloseTo(0.02666486, within(1e-7));
    assertThat(columnSum(79)).isCloseTo(0.02492534, within(1e-7));
    assertThat(MelFilterbank.slaney().weight(0, 1)).isGreaterThan(0);
    assertThat(MelFilterbank.slaney().weight(0, 0)).isZero();
    assertThat(MelFilterbank.slaney().weight(0, 2)).isZero();
    assertThat(MelFilterbank.slaney().weight(79, 185)).isZero();
    assertThat(MelFilterbank.slaney().weight(79, 186)).isGreaterThan(0);
    assertThat(MelFilterbank.slaney().weight(79, 199)).isGreaterThan(0);
    assertThat(MelFilterbank.slaney().weight(79, 200)).isCloseTo(0, within(1e-12));
  }

  @Test
  void theWindowIsThePeriodicHann() {
    assertThat(PowerSpectrum.hannAt(1)).isCloseTo(6.16837592e-05, within(1e-12));
    assertThat(PowerSpectrum.hannAt(200)).isEqualTo(1);
  }

  @Test
  void theFastTransformEqualsTheSlowOne() {
    float[] samples = noise(400, 7);
    double[] power = new double[PowerSpectrum.BINS];
    new PowerSpectrum().of(samples, 0, power);
    for (int k = 0; k < PowerSpectrum.BINS; k++) {
      assertThat(power[k]).isCloseTo(slowPower(samples, 0, k), within(1e-9));
    }
  }

  @Test
  void aWholeRecordingEqualsTheFormula() {
    float[] samples = noise(1600 + 77, 3);
    MelFeatures features = LogMel.of(samples, 0, samples.length);
    assertThat(features.frames()).isEqualTo(10);
    double max = Double.NEGATIVE_INFINITY;
    double[][] expected = new double[80][10];
    for (int frame = 0; frame < 10; frame++) {
      for (int bin = 0; bin < 80; bin++) {
        expected[bin][frame] = Math.log10(Math.max(1e-10, slowMel(samples, frame, bin)));
        max = Math.max(max, expected[bin][frame]);
      }
    }
    for (int frame = 0; frame < 10; frame++) {
      for (int bin = 0; bin < 80; bin++) {
        double value = (Math.max(expected[bin][frame], max - 8) + 4) / 4;
        assertThat(features.at(bin, frame)).isCloseTo((float) value, within(1e-5f));
      }
    }
  }

  @Test
  void tooShortASoundIsRefused() {
    assertThatThrownBy(() -> LogMel.of(new float[200], 0, 200))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("201");
  }

  @Property(tries = 60)
  void howTheSoundArrivesMakesNoDifference(
      @ForAll @Size(min = 1, max = 40) int[] seeds,
      @ForAll @IntRange(min = 0, max = 3000) int silence) {
    LogMelStream pieces = new LogMelStream();
    LogMelStream whole = new LogMelStream();
    int total = 0;
    for (int seed : seeds) {
      float[] piece = noise(Math.floorMod(seed, 700), seed);
      pieces.accept(piece, 0, piece.length);
      pieces.followedBySilence(0, 160);
      total += piece.length;
    }
    float[] all = new float[total];
    int at = 0;
    for (int seed : seeds) {
      float[] piece = noise(Math.floorMod(seed, 700), seed);
      System.arraycopy(piece, 0, all, at, piece.length);
      at += piece.length;
    }
    whole.accept(all, 0, total);
    MelFeatures expected = whole.followedBySilence(0, silence);
    assertThat(expected.frames()).isEqualTo((total + silence) / 160);
    assertThat(pieces.followedBySilence(0, silence).values()).isEqualTo(expected.values());
  }

  @Test
  void silenceBehindTheSoundEqualsSilenceInTheSound() {
    float[] speech = noise(5000, 1);
    float[] padded = java.util.Arrays.copyOf(speech, 5000 + 8000);
    LogMelStream stream = new LogMelStream();
    stream.accept(speech, 0, speech.length);
    assertThat(stream.followedBySilence(0, 8000).values())
        .isEqualTo(LogMel.of(padded, 0, padded.length).values());
  }

  @Test
  void whatIsForgottenLeavesTheRestAsItWas() {
    LogMelStream stream = new LogMelStream();
    LogMelStream forgetful = new LogMelStream();
    for (int i = 0; i < 50; i++) {
      float[] piece = noise(320, i);
      stream.accept(piece, 0, 320);
      forgetful.accept(piece, 0, 320);
      forgetful.forgetBefore(forgetful.frameCount() - 20);
    }
    assertThat(forgetful.firstFrame()).isGreaterThan(50);
    assertThat(forgetful.frameCount()).isEqualTo(stream.frameCount());
    int from = forgetful.firstFrame();
    assertThat(forgetful.followedBySilence(from, 800).values())
        .isEqualTo(stream.followedBySilence(from, 800).values());
    assertThatThrownBy(() -> forgetful.followedBySilence(from - 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("forgotten");
  }

  private static double columnSum(int bin) {
    double sum = 0;
    for (int frequency = 0; frequency <= 200; frequency++) {
      sum += MelFilterbank.slaney().weight(bin, frequency);
    }
    return sum;
  }

  private static double slowMel(float[] samples, int frame, int bin) {
    float[] window = new float[400];
    for (int n = 0; n < 400; n++) {
      int i = Math.abs(frame * 160 - 200 + n);
      window[n] = samples[i < samples.length ? i : 2 * (samples.length - 1) - i];
    }
    double sum = 0;
    for (int k = 0; k <= 200; k++) {
      sum += MelFilterbank.slaney().weight(bin, k) * slowPower(window, 0, k);
    }
    return sum;
  }

  private static double slowPower(float[] samples, int at, int k) {
    double re = 0;
    double im = 0;
    for (int n = 0; n < 400; n++) {
      double angle = 2 * Math.PI * k * n / 400;
      re += samples[at + n] * PowerSpectrum.hannAt(n) * Math.cos(angle);
      im += samples[at + n] * PowerSpectrum.hannAt(n) * Math.sin(angle);
    }
    return re * re + im * im;
  }

  private static float[] noise(int length, int seed) {
    Random random = new Random(seed);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = random.nextFloat() - 0.5f;
    }
    return samples;
  }
}
