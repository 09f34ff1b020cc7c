package dev.creature.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuietCutsTest {
  @Property(tries = 50)
  void theWindowsCoverTheSoundAndNoneIsTooLong(
      @ForAll @IntRange(max = 100) int seconds, @ForAll @IntRange(max = 15_999) int more) {
    int length = seconds * 16_000 + more;

    List<QuietCuts.Range> ranges = QuietCuts.of(new float[length]);

    assertThat(ranges.getFirst().from()).isZero();
    assertThat(ranges.getLast().to()).isEqualTo(length);
    for (int i = 1; i < ranges.size(); i++) {
      assertThat(ranges.get(i).from()).isEqualTo(ranges.get(i - 1).to());
    }
    assertThat(ranges).allSatisfy(range -> assertThat(range.length()).isLessThanOrEqualTo(448_000));
  }

  @Test
  void cutsInThePause() {
    float[] samples = new float[40 * 16_000];
    Random random = new Random(1);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) random.nextGaussian() / 10;
    }
    Arrays.fill(samples, 20 * 16_000, 20 * 16_000 + 6_400, 0.001f);

    List<QuietCuts.Range> ranges = QuietCuts.of(samples);

    assertThat(ranges).hasSize(2);
    assertThat(ranges.getFirst().to()).isBetween(20 * 16_000, 20 * 16_000 + 6_400);
  }
}
