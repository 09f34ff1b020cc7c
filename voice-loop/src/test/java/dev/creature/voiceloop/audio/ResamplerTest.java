package dev.creature.voiceloop.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {
  @ParameterizedTest
  @CsvSource({
    "8000,16000", "11025,16000", "22050,16000", "24000,16000", "32000,16000", "44100,16000",
    "48000,16000", "96000,16000", "192000,16000", "47999,16000", "16000,24000", "44100,24000",
    "48000,24000", "24000,48000", "8000,24000"
  })
  void whatItPassesComesAtItsLevelAndAtItsTime(int from, int to) {
    double half = Math.min(from, to) / 2.0;
    for (double part : new double[] {0, 0.02, 0.3, 0.7, 0.89}) {
      double hertz = part * half;
      float[] output = resample(cosine(hertz, from, from), from, to);
      double worst = 0;
      for (int i = to / 10; i < output.length - to / 10; i++) {
        worst = Math.max(worst, Math.abs(output[i] - 0.5 * Math.cos(2 * Math.PI * hertz * i / to)));
      }
      // Level and time at once: a delay of a hundredth of a sample would already be more.
      assertThat(worst).as("%s Hz", hertz).isLessThan(0.5 * 0.0012);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "22050,16000",
    "24000,16000",
    "44100,16000",
    "48000,16000",
    "96000,16000",
    "192000,16000",
    "47999,16000",
    "48000,24000",
    "96000,24000"
  })
  void whatWouldFoldBackIsStoppedBy80Decibels(int from, int to) {
    for (double part : new double[] {1.0, 1.01, 1.1, 1.3, 1.37}) {
      double hertz = part * to / 2;
      if (hertz >= from / 2.0) {
        continue;
      }
      float[] output = resample(cosine(hertz, from, from), from, to);
      assertThat(decibels(output, to)).as("%s Hz", hertz).isLessThan(-80);
    }
  }

  @ParameterizedTest
  @CsvSource({"8000,16000", "11025,16000", "16000,24000", "24000,48000"})
  void raisingTheRateLeavesNoImages(int from, int to) {
    double hertz = 0.8 * from / 2;
    float[] output = resample(cosine(hertz, from, from), from, to);
    for (int i = 0; i < output.length; i++) {
      output[i] -= (float) (0.5 * Math.cos(2 * Math.PI * hertz * i / to));
    }
    assertThat(decibels(output, to)).isLessThan(-60);
  }

  @Property(tries = 60)
  void theLengthIsExactAndPiecesMakeNoDifference(
      @ForAll @IntRange(min = 4000, max = 192_000) int from,
      @ForAll @IntRange(min = 0, max = 9000) int length,
      @ForAll long seed) {
    Random random = new Random(seed);
    int to = random.nextBoolean() ? 16_000 : 24_000;
    float[] input = new float[length];
    for (int i = 0; i < length; i++) {
      input[i] = random.nextFloat() - 0.5f;
    }
    float[] whole = resample(input, from, to);
    assertThat(whole).hasSize((int) (((long) length * to + from - 1) / from));
    Resampler resampler = new Resampler(from, to);
    float[] pieces = new float[whole.length];
    float[] part = new float[resampler.mostOutput(1500)];
    int at = 0;
    int done = 0;
    while (done < length) {
      int piece = Math.min(random.nextInt(1, 1500), length - done);
      int count = resampler.process(input, done, piece, part, 0);
      System.arraycopy(part, 0, pieces, at, count);
      at += count;
      done += piece;
    }
    int last = resampler.finish(part, 0);
    System.arraycopy(part, 0, pieces, at, last);
    assertThat(at + last).isEqualTo(whole.length);
    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void equalRatesAreCopied() {
    float[] input = cosine(440, 16_000, 1000);
    assertThat(resample(input, 16_000, 16_000)).isEqualTo(input);
  }

  @Test
  void aConstantStaysAConstant() {
    float[] input = new float[44_100];
    Arrays.fill(input, 0.25f);
    float[] output = resample(input, 44_100, 16_000);
    for (int i = 200; i < output.length - 200; i++) {
      assertThat(output[i]).isCloseTo(0.25f, within(1e-6f));
    }
  }

  private static float[] resample(float[] input, int from, int to) {
    Resampler resampler = new Resampler(from, to);
    float[] output = new float[resampler.mostOutput(input.length)];
    int count = resampler.process(input, 0, input.length, output, 0);
    count += resampler.finish(output, count);
    return Arrays.copyOf(output, count);
  }

  private static float[] cosine(double hertz, int rate, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.5 * Math.cos(2 * Math.PI * hertz * i / rate));
    }
    return samples;
  }

  /** Level against the sine that went in, away from the edges. */
  private static double decibels(float[] samples, int rate) {
    double sum = 0;
    int count = 0;
    for (int i = rate / 10; i < samples.length - rate / 10; i++) {
      sum += (double) samples[i] * samples[i];
      count++;
    }
    return 10 * Math.log10(sum / count / 0.125 + 1e-20);
  }
}
