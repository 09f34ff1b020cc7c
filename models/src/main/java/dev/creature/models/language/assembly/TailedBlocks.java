package dev.creature.models.language.assembly;

import dev.creature.models.gguf.AffineBlocks;
import java.util.Arrays;

/**
 * Quantised rows without offsets: an offset became a whole zero point, which costs nothing to
 * multiply by, and what that leaves became codes of a {@link TailLayout tail}. The codes and scales
 * of the weights stay as they are. What is left of an offset is less than half a step of the codes;
 * the tail has it to a few thousandths of a step, which is less than the rounding of the inputs
 * makes of it.
 *
 * @param layout the columns
 * @param codes [rows · blocks · group], one code a byte
 * @param scales [rows · blocks]
 * @param zeros [rows · blocks]: the codes that stand for 0
 */
record TailedBlocks(TailLayout layout, byte[] codes, float[] scales, byte[] zeros) {

  static TailedBlocks of(AffineBlocks blocks) {
    TailLayout layout = new TailLayout(blocks.shape(), blocks.columns());
    int perRow = layout.allBlocks();
    int group = blocks.shape().group();
    TailedBlocks tailed =
        new TailedBlocks(
            layout,
            new byte[blocks.rows() * perRow * group],
            new float[blocks.rows() * perRow],
            new byte[blocks.rows() * perRow]);
    for (int row = 0; row < blocks.rows(); row++) {
      tailed.fill(blocks, row);
    }
    return tailed;
  }

  private void fill(AffineBlocks blocks, int row) {
    int groups = layout.groups();
    int group = layout.shape().group();
    int zero = layout.shape().zero();
    int block = row * layout.allBlocks();
    System.arraycopy(
        blocks.codes(), row * layout.columns(), codes, block * group, layout.columns());
    System.arraycopy(blocks.scales(), row * groups, scales, block, groups);
    Arrays.fill(
        codes, block * group + layout.columns(), (block + layout.allBlocks()) * group, (byte) zero);
    Arrays.fill(zeros, block + groups, block + layout.allBlocks(), (byte) zero);
    double[] left = new double[groups];
    for (int i = 0; i < groups; i++) {
      double scale = scales[block + i];
      double offset = blocks.offsets()[row * groups + i];
      int nearest = scale == 0 ? zero : nearest(zero - offset / scale);
      zeros[block + i] = (byte) nearest;
      left[i] = offset - scale * (zero - nearest);
    }
    tail(left, block + groups);
  }

  /** Writes the digits of what is left of the offsets of a row, from a block on. */
  private void tail(double[] left, int block) {
    int group = layout.shape().group();
    int zero = layout.shape().zero();
    // From the middle to either end of the codes; a code more or less is half of it to each side.
    double reach = zero - 0.5;
    double step = Arrays.stream(left).map(Math::abs).max().orElse(0) / reach;
    for (int digit = 0; digit < layout.digits(); digit++, step /= 2 * reach) {
      int first = block + digit * layout.digitBlocks();
      // The mean is smaller than the sum by the size of the group.
      float scale = (float) (step * group);
      Arrays.fill(scales, first, first + layout.digitBlocks(), scale);
      double exact = (double) scale / group;
      if (exact == 0) {
        continue;
      }
      for (int i = 0; i < left.length; i++) {
        int column = digit * layout.digitBlocks() * group + i;
        int mean = column % left.length;
        int code = nearest(left[mean] / exact + zero);
        codes[block * group + column] = (byte) code;
        left[mean] -= exact * (code - zero);
      }
    }
  }

  private int nearest(double code) {
    return Math.clamp(Math.round(code), 0, 2 * layout.shape().zero() - 1);
  }
}
