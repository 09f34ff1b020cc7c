package dev.creature.voiceloop.turntaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FinalLevelTest {
  @Test
  void fallsWhenTheVoiceFalls() {
    float[] speech = tone(1600, 0.4f);
    System.arraycopy(tone(200, 0.04f), 0, speech, speech.length - 16 * 200, 16 * 200);

    // The whole is hardly quieter for it: 9 parts of 10 have all of their power.
    assertThat(FinalLevel.decibels(speech)).isCloseTo(-19.4, within(0.1));
  }

  @Test
  void isLevelWhenTheVoiceKeepsItsLevel() {
    assertThat(FinalLevel.decibels(tone(1600, 0.2f))).isCloseTo(0, within(0.1));
  }

  @Test
  void saysNothingOfASyllableOrOfSilence() {
    assertThat(FinalLevel.decibels(tone(150, 0.2f))).isZero();
    assertThat(FinalLevel.decibels(new float[0])).isZero();
    assertThat(FinalLevel.decibels(new float[32_000])).isZero();
  }

  private static float[] tone(int millis, float amplitude) {
    float[] tone = new float[16 * millis];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * 200 * i / 16_000));
    }
    return tone;
  }
}
