package dev.creature.models.gguf;

import java.util.Arrays;
import java.util.Optional;

/**
 * How the elements of a GGUF tensor are stored: in blocks of equal size along its first (fastest)
 * dimension.
 */
public enum BlockType {
  F32(0, 1, 4),
  F16(1, 1, 2),
  Q4_0(2, 32, 18),
  Q4_1(3, 32, 20),
  Q8_0(8, 32, 34),
  Q4_K(12, 256, 144),
  Q5_K(13, 256, 176),
  Q6_K(14, 256, 210);

  private final int wireNumber;
  private final int elements;
  private final int bytes;

  BlockType(int wireNumber, int elements, int bytes) {
    this.wireNumber = wireNumber;
    this.elements = elements;
    this.bytes = bytes;
  }

  /** The type with this number in the file, or empty when it is none that is read here. */
  static Optional<BlockType> ofWireNumber(int number) {
    return Arrays.stream(values()).filter(type -> type.wireNumber == number).findFirst();
  }

  /** Elements of a block. */
  public int elements() {
    return elements;
  }

  /** Bytes of a block. */
  public int bytes() {
    return bytes;
  }

  /** Whether elements are small integers with a scale shared by a group of them. */
  public boolean quantised() {
    return this != F32 && this != F16;
  }
}
