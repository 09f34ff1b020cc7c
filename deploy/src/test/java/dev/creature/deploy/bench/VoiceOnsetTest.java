package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class VoiceOnsetTest {
  private static final int PER_MILLI = 24;
  private final short[] channel = new short[6_000 * PER_MILLI];

  @Test
  void findsTheVoiceBehindTheHissOfTheRecording() {
    add(1_000, 4_000, 60);
    add(1_800, 3_500, 3_000);

    assertThat(VoiceOnset.millis(channel, 1_000, 4_000)).isEqualTo(1_800);
  }

  @Test
  void takesAClickForNoVoice() {
    add(1_000, 4_000, 60);
    add(1_300, 1_310, 6_000);
    add(2_200, 3_500, 3_000);

    assertThat(VoiceOnset.millis(channel, 1_000, 4_000)).isEqualTo(2_200);
  }

  @Test
  void findsAVoiceThatIsCutTightly() {
    add(1_000, 2_000, 3_000);

    assertThat(VoiceOnset.millis(channel, 1_000, 2_000)).isEqualTo(1_000);
  }

  private void add(int fromMillis, int untilMillis, double loudness) {
    Random random = new Random(3);
    for (int i = fromMillis * PER_MILLI; i < untilMillis * PER_MILLI; i++) {
      channel[i] += (short) (loudness * random.nextGaussian());
    }
  }
}
