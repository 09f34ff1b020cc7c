package dev.creature.models.gguf;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/** Reads tensors as numbers, of whatever type they are. */
public final class PlainRows {
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private PlainRows() {}

  /**
   * The values of rows from {@code firstRow} to before {@code endRow}, row after row.
   *
   * @throws ArithmeticException when they are more than an array holds
   */
  public static float[] read(GgufTensor tensor, int firstRow, int endRow) {
    if (tensor.type().quantised()) {
      return AffineBlocks.read(tensor, firstRow, endRow).values();
    }
    float[] values = new float[Math.multiplyExact(endRow - firstRow, tensor.columns())];
    long start = firstRow * tensor.rowBytes();
    for (int i = 0; i < values.length; i++) {
      values[i] =
          tensor.type() == BlockType.F32
              ? tensor.data().get(FLOAT, start + (long) i * Float.BYTES)
              : Float.float16ToFloat(tensor.data().get(SHORT, start + (long) i * Short.BYTES));
    }
    return values;
  }

  /** All values of a tensor. */
  public static float[] read(GgufTensor tensor) {
    return read(tensor, 0, tensor.rows());
  }
}
