package dev.creature.models.whisper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One named array of a {@link Ctranslate2File}.
 *
 * @param shape dimensions, outermost first; empty for a scalar
 * @param type of the elements
 * @param data the elements, little endian, row-major
 */
public record Variable(List<Integer> shape, Type type, ByteBuffer data) {
  /** Types of elements. */
  public enum Type {
    FLOAT32(0, 4),
    INT8(1, 1),
    INT16(2, 2),
    INT32(3, 4),
    FLOAT16(4, 2);

    private final int number;
    private final int bytes;

    Type(int number, int bytes) {
      this.number = number;
      this.bytes = bytes;
    }

    /** The type that has this number in the file. */
    static Optional<Type> ofNumber(int number) {
      return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /** Size of one element. */
    public int bytes() {
      return bytes;
    }
  }

  /** The elements as floats. */
  public float[] floats() {
    ByteBuffer from = data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    float[] values = new float[from.remaining() / type.bytes()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (type) {
            case FLOAT32 -> from.getFloat();
            case INT8 -> from.get();
            case INT16 -> from.getShort();
            case INT32 -> (float) from.getInt();
            case FLOAT16 -> Float.float16ToFloat(from.getShort());
          };
    }
    return values;
  }
}
