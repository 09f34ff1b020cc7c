package dev.creature.deploy.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.engine.PcmBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoudnessEarTest {
  private static final int BLOCK = 320;
  private final LoudnessEar ear = new LoudnessEar();
  private long sample;

  private List<LoudnessEar.Noticed> hear(int millis, double loudness) {
    List<LoudnessEar.Noticed> noticed = new ArrayList<>();
    for (int done = 0; done < millis; done += 20) {
      float[] samples = new float[BLOCK];
      Arrays.fill(samples, (float) loudness);
      ear.hear(new PcmBlock(sample, samples)).ifPresent(noticed::add);
      sample += BLOCK;
    }
    return noticed;
  }

  @Test
  void endsATurnWhenSilenceHasLastedLongEnough() {
    assertThat(hear(500, 0)).isEmpty();
    assertThat(hear(1_000, 0.1)).containsExactly(new LoudnessEar.Noticed.Began(500));
    assertThat(hear(LoudnessEar.TURN_END_MILLIS - 40, 0)).isEmpty();
    assertThat(hear(80, 0)).containsExactly(new LoudnessEar.Noticed.Ended(500, 1_500));
  }

  @Test
  void takesAPauseForAPartOfTheTurn() {
    assertThat(hear(400, 0.1)).hasSize(1);
    assertThat(hear(300, 0)).isEmpty();
    assertThat(hear(400, 0.1)).isEmpty();
    assertThat(hear(800, 0)).containsExactly(new LoudnessEar.Noticed.Ended(0, 1_100));
  }

  @Test
  void takesNoClickForSpeech() {
    assertThat(hear(40, 0.5)).isEmpty();
    assertThat(hear(1_000, 0)).isEmpty();
  }
}
