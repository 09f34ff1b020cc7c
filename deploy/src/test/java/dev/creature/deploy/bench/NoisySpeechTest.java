package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoisySpeechTest {
  private static final int RATE = 16_000;

  @Test
  void speechAndNoiseStandInTheRatioThatWasAskedFor() {
    float[] speech = tone(2 * RATE, 0.3);
    for (NoisyPlace place : NoisyPlace.values()) {
      float[] noise = place.samples(6 * RATE, List.of(tone(RATE, 0.1)), 1);
      float[] mixed = NoisySpeech.mixed(speech, noise, 10);
      float[] alone = NoisySpeech.alone(speech);
      double power = 0;
      for (int i = 0; i < mixed.length; i++) {
        power += Math.pow(mixed[i] - alone[i], 2) / mixed.length;
      }
      assertThat(10 * Math.log10(NoisySpeech.speechPower(speech) / power))
          .as(place.name())
          .isCloseTo(10, within(0.3));
    }
  }

  @Test
  void silenceInsideARecordingDoesNotMakeItsSpeechSofter() {
    float[] speech = new float[4 * RATE];
    System.arraycopy(tone(RATE, 0.3), 0, speech, RATE, RATE);
    assertThat(NoisySpeech.speechPower(speech)).isCloseTo(0.045, within(0.002));
  }

  @Test
  void theSameSeedGivesTheSameNoise() {
    List<float[]> others = List.of(tone(RATE, 0.1), tone(2 * RATE, 0.2));
    for (NoisyPlace place : NoisyPlace.values()) {
      float[] once = place.samples(RATE, others, 7);
      float[] again = place.samples(RATE, others, 7);
      assertThat(again).isEqualTo(once);
      assertThat(place.samples(RATE, others, 8)).isNotEqualTo(once);
    }
  }

  private static float[] tone(int count, double amplitude) {
    float[] tone = new float[count];
    for (int i = 0; i < count; i++) {
      tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * 300 * i / RATE));
    }
    return tone;
  }
}
