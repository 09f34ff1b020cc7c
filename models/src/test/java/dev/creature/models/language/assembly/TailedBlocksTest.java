package dev.creature.models.language.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.creature.models.gguf.AffineBlocks;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TailedBlocksTest {
  private static final int ROWS = 3;

  @Property(tries = 60)
  void keepsEveryOffsetToAFewThousandthsOfAStep(
      @ForAll @IntRange(min = 1, max = 70) int groups,
      @ForAll boolean eightBits,
      @ForAll long seed) {
    AffineBlocks blocks = blocks(new AffineBlocks.Shape(eightBits ? 8 : 4, 32, true), groups, seed);
    TailedBlocks tailed = TailedBlocks.of(blocks);
    for (int row = 0; row < ROWS; row++) {
      double largestScale = 0;
      for (int i = 0; i < groups; i++) {
        largestScale = Math.max(largestScale, blocks.scales()[row * groups + i]);
      }
      for (int i = 0; i < groups; i++) {
        assertThat(offset(tailed, row, i))
            .isCloseTo(blocks.offsets()[row * groups + i], within(largestScale / 400));
      }
    }
  }

  @Test
  void keepsAnOffsetOutOfReachOfTheCodes() {
    AffineBlocks blocks = blocks(new AffineBlocks.Shape(4, 32, true), 18, 1);
    blocks.offsets()[5] = 40 * blocks.scales()[5];
    blocks.scales()[7] = 0;
    blocks.offsets()[7] = -0.25f;
    TailedBlocks tailed = TailedBlocks.of(blocks);
    assertThat(offset(tailed, 0, 5)).isCloseTo(blocks.offsets()[5], within(0.2));
    assertThat(offset(tailed, 0, 7)).isCloseTo(-0.25, within(0.2));
  }

  @Test
  void leavesTheWeightsOwnCodesAndScalesAsTheyAre() {
    AffineBlocks blocks = blocks(new AffineBlocks.Shape(4, 32, true), 2, 3);
    TailedBlocks tailed = TailedBlocks.of(blocks);
    int perRow = tailed.layout().allBlocks();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < 64; column++) {
        assertThat(tailed.codes()[row * perRow * 32 + column])
            .isEqualTo(blocks.codes()[row * 64 + column]);
      }
      assertThat(tailed.scales()[row * perRow + 1]).isEqualTo(blocks.scales()[row * 2 + 1]);
    }
  }

  /** What a row adds for each 1 that all inputs of a group have, beside the weights' own codes. */
  private static double offset(TailedBlocks tailed, int row, int group) {
    TailLayout layout = tailed.layout();
    int size = layout.shape().group();
    int zero = layout.shape().zero();
    int block = row * layout.allBlocks();
    double sum = tailed.scales()[block + group] * (zero - (tailed.zeros()[block + group] & 0xFF));
    for (int column = layout.columns(); column < layout.allColumns(); column++) {
      if ((column - layout.columns()) % layout.groups() == group) {
        int code = tailed.codes()[block * size + column] & 0xFF;
        sum += (double) tailed.scales()[block + column / size] * (code - zero) / size;
      }
    }
    return sum;
  }

  private static AffineBlocks blocks(AffineBlocks.Shape shape, int groups, long seed) {
    Random random = new Random(seed);
    byte[] codes = new byte[ROWS * groups * 32];
    random.nextBytes(codes);
    float[] scales = new float[ROWS * groups];
    float[] offsets = new float[scales.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] &= (byte) (2 * shape.zero() - 1);
    }
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 0.02f + random.nextFloat() / 10;
      offsets[i] = scales[i] * (random.nextFloat() - 0.5f) * shape.zero();
    }
    return new AffineBlocks(shape, ROWS, groups * 32, codes, scales, offsets);
  }
}
