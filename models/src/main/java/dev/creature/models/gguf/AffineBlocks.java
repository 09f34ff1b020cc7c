package dev.creature.models.gguf;

/**
 * Rows of a quantised tensor in one common form: small unsigned codes, and a scale and an offset
 * for each group of neighbours, so that {@code value = scale · (code − zero) + offset}.
 *
 * <p>Every GGUF block type that is read here takes this form without a second rounding of its codes
 * and scales.
 *
 * @param shape what the type gives: bits, group and whether there are offsets
 * @param rows number of rows
 * @param columns elements of a row
 * @param codes [rows · columns], row after row, one code a byte
 * @param scales [rows · columns / group]
 * @param offsets as many as scales, or none where all are 0
 */
public record AffineBlocks(
    Shape shape, int rows, int columns, byte[] codes, float[] scales, float[] offsets) {

  /**
   * What all rows of a type have in common.
   *
   * @param bits 4 or 8: codes are from 0 to 2^bits − 1 and stand around {@link #zero}
   * @param group how many neighbours share a scale
   * @param shifted whether groups have offsets
   */
  public record Shape(int bits, int group, boolean shifted) {
    /** The shape of a type. */
    public static Shape of(BlockType type) {
      return switch (type) {
        case Q4_0 -> new Shape(4, 32, false);
        case Q4_1, Q4_K -> new Shape(4, 32, true);
        case Q5_K -> new Shape(8, 32, true);
        case Q6_K -> new Shape(8, 16, false);
        case Q8_0 -> new Shape(8, 32, false);
        case F32, F16 -> throw new IllegalArgumentException(type + " is not quantised");
      };
    }

    /** The code that stands for 0 (before the offset): the middle of the range. */
    public int zero() {
      return 1 << (bits - 1);
    }
  }

  /** Reads rows of a quantised tensor, from {@code firstRow} to before {@code endRow}. */
  public static AffineBlocks read(GgufTensor tensor, int firstRow, int endRow) {
    Shape shape = Shape.of(tensor.type());
    int rows = endRow - firstRow;
    int elements = Math.multiplyExact(rows, tensor.columns());
    int groups = elements / shape.group();
    AffineBlocks target =
        new AffineBlocks(
            shape,
            rows,
            tensor.columns(),
            new byte[elements],
            new float[groups],
            new float[shape.shifted() ? groups : 0]);
    new BlockDecoder(tensor.type(), tensor.data(), target)
        .decode(firstRow * tensor.rowBytes(), elements / tensor.type().elements());
    return target;
  }

  /** The values, row after row. */
  public float[] values() {
    float[] values = new float[codes.length];
    for (int i = 0; i < values.length; i++) {
      int group = i / shape.group();
      float value = scales[group] * ((codes[i] & 0xFF) - shape.zero());
      values[i] = shape.shifted() ? value + offsets[group] : value;
    }
    return values;
  }
}
