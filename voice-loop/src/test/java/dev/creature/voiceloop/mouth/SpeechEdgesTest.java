package dev.creature.voiceloop.mouth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.voice.VoicedPhonemes;
import org.junit.jupiter.api.Test;

class SpeechEdgesTest {
  /** 300 ms of silence, 200 ms of tone, 400 ms of silence. */
  private static VoicedPhonemes tone() {
    float[] samples = new float[21_600];
    for (int i = 7200; i < 12_000; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 200 * i / 24_000));
    }
    return new VoicedPhonemes(samples, new int[] {7000, 5000, 9600});
  }

  @Test
  void leavesAlmostNothingOfTheSilenceInFront() {
    VoicedPhonemes cut = SpeechEdges.cut(tone());
    assertThat(cut.durationSamples()[0]).isBetween(0, 300);
    assertThat(cut.samples().length).isBetween(4800, 4800 + 240 + 720 + 120);
  }

  @Test
  void beginsAndEndsAtZero() {
    VoicedPhonemes cut = SpeechEdges.cut(tone());
    assertThat(cut.samples()[0]).isZero();
    assertThat(cut.samples()[cut.samples().length - 1]).isZero();
  }

  @Test
  void leavesNothingOfSilence() {
    assertThat(
            SpeechEdges.cut(new VoicedPhonemes(new float[900], new int[] {300, 300, 300}))
                .samples())
        .isEmpty();
  }
}
