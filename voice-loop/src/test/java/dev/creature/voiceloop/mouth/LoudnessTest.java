package dev.creature.voiceloop.mouth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LoudnessTest {
  private static float[] tone(double amplitude, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * 220 * i / 24_000));
    }
    return samples;
  }

  @Test
  void bringsQuietAndLoudClausesToOneLevel() {
    float[] quiet = tone(0.08, 24_000);
    float[] loud = tone(0.25, 24_000);
    Loudness.even(quiet);
    Loudness.even(loud);
    assertThat(Loudness.speechLevel(quiet)).isCloseTo(Loudness.speechLevel(loud), within(0.002));
  }

  @Test
  void leavesSilenceSilent() {
    float[] silence = new float[1000];
    Loudness.even(silence);
    assertThat(silence).containsOnly(0);
  }

  @Test
  void doesNotCountPausesAsSpeech() {
    float[] withPause = new float[48_000];
    System.arraycopy(tone(0.2, 24_000), 0, withPause, 0, 24_000);
    assertThat(Loudness.speechLevel(withPause))
        .isCloseTo(Loudness.speechLevel(tone(0.2, 24_000)), within(0.003));
  }

  @Test
  void changesOnlyWhatIsNearAPeak() {
    float[] samples = tone(0.5, 24_000);
    float[] before = samples.clone();
    samples[12_000] = 1.6f;
    Loudness.limit(samples);
    assertThat(samples[12_000]).isLessThanOrEqualTo(Loudness.CEILING);
    for (int i = 0; i < samples.length; i++) {
      if (Math.abs(i - 12_000) > 500) {
        assertThat(samples[i]).isEqualTo(before[i]);
      }
    }
  }

  @Property(tries = 100)
  void neverLetsAnythingAboveTheCeilingThrough(@ForAll("loudSounds") float[] samples) {
    float[] limited = samples.clone();
    Loudness.even(limited);
    for (float sample : limited) {
      assertThat(Math.abs(sample)).isLessThanOrEqualTo(Loudness.CEILING);
    }
  }

  @Provide
  Arbitrary<float[]> loudSounds() {
    return Arbitraries.floats().between(-4, 4).array(float[].class).ofMaxSize(2000);
  }
}
