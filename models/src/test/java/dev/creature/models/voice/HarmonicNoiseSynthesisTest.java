package dev.creature.models.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HarmonicNoiseSynthesisTest {
  private static final int FRAMES = 80;
  private static final float SILENT = -30;

  private static HarmonicNoiseSynthesis.Spectra spectra(
      float harmonic, float noise, float free, float pitchHertz) {
    int size = HarmonicNoiseSynthesis.BINS * FRAMES;
    return new HarmonicNoiseSynthesis.Spectra(
        filled(size, harmonic),
        filled(size, 0),
        filled(size, noise),
        filled(size, free),
        filled(size, 0),
        filled(FRAMES, pitchHertz));
  }

  private static float[] filled(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  void givesBackThePulseTrainThatAFlatHarmonicBranchLetsThrough() {
    // The source is scaled to a unit peak in the spectrum: e^x = 300 undoes that.
    float unity = (float) Math.log(300);
    float[] samples = HarmonicNoiseSynthesis.samples(spectra(unity, SILENT, SILENT, 200), 1);
    float[] pulses =
        PulseTrain.of(filled(FRAMES, 200), HarmonicNoiseSynthesis.HOP, VoiceModel.SAMPLE_RATE);
    assertThat(samples).hasSize(FRAMES * HarmonicNoiseSynthesis.HOP);
    for (int i = 1200; i < samples.length - 1200; i++) {
      assertThat(samples[i]).isCloseTo(pulses[i], within(0.05f));
    }
  }

  @Test
  void hasAPulseForEachPeriodOfThePitch() {
    float[] pulses =
        PulseTrain.of(filled(FRAMES, 200), HarmonicNoiseSynthesis.HOP, VoiceModel.SAMPLE_RATE);
    int peaks = 0;
    for (float pulse : pulses) {
      peaks += pulse > 40 ? 1 : 0;
    }
    // 200 a second for a second.
    assertThat(peaks).isBetween(199, 201);
  }

  @Test
  void isSilentWithoutAVoice() {
    assertThat(PulseTrain.of(filled(4, 20), 300, 24_000)).containsOnly(0);
  }

  @Test
  void shapesNoiseToItsLevelAndRepeatsItForTheSameSeed() {
    float[] samples = HarmonicNoiseSynthesis.samples(spectra(SILENT, 0, SILENT, 0), 7);
    double power = 0;
    for (int i = 1200; i < samples.length - 1200; i++) {
      power += samples[i] * samples[i];
    }
    power /= samples.length - 2400;
    // A spectrum of variance 2 in each of 1200 bins, windowed and overlapped four times.
    assertThat(power).isCloseTo(2.0 / 1200 * (2.0 / 3), within(4e-4));
    assertThat(HarmonicNoiseSynthesis.samples(spectra(SILENT, 0, SILENT, 0), 7)).isEqualTo(samples);
    assertThat(HarmonicNoiseSynthesis.samples(spectra(SILENT, 0, SILENT, 0), 8))
        .isNotEqualTo(samples);
  }
}
