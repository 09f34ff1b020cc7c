package dev.creature.models.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FramePlanTest {
  @Property
  void theColumnsTogetherStandForThirtySeconds(@ForAll @IntRange(min = 1, max = 1500) int sound) {
    FramePlan plan = FramePlan.of(sound);

    double frames =
        IntStream.range(0, plan.weight().length).mapToDouble(i -> Math.exp(plan.weight()[i])).sum();
    assertThat(frames).isCloseTo(1500, within(0.1));
    assertThat(plan.soundFrames()).isEqualTo(sound);
    assertThat(Arrays.copyOf(plan.frames(), sound))
        .isEqualTo(IntStream.range(0, sound).asLongStream().toArray());
  }

  @Property
  void positionsRiseAndStayInTheWindow(@ForAll @IntRange(min = 1, max = 1500) int sound) {
    long[] positions = FramePlan.of(sound).positions();

    assertThat(positions).isSorted().doesNotHaveDuplicates();
    assertThat(positions[positions.length - 1]).isLessThan(1500);
  }

  @Test
  void refusesWhatDoesNotFitTheWindow() {
    assertThatThrownBy(() -> FramePlan.of(1501)).hasMessageContaining("from 1 to 1500 frames");
    assertThatThrownBy(() -> FramePlan.of(0)).hasMessageContaining("from 1 to 1500 frames");
  }
}
