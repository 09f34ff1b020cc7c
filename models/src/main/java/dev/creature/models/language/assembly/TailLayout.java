package dev.creature.models.language.assembly;

import dev.creature.models.gguf.AffineBlocks;

/**
 * How the offsets of a matrix stand behind its columns, as further columns of the same codes.
 *
 * <p>The offset of a group of weights multiplies the sum of the group's inputs, so it is one more
 * weight, of one more input: their mean. The means are appended to the input, and the offsets, in
 * as many digits as make 8 bits, to each row. The codes of a block share a scale, so each digit
 * begins a block of its own. Between the digits stand means with a weight of 0: the input repeats
 * all means over and over, in turn, so that any run of as many columns as there are groups has each
 * mean once.
 *
 * @param shape of the matrix
 * @param columns of the matrix, a multiple of the group
 */
record TailLayout(AffineBlocks.Shape shape, int columns) {
  TailLayout {
    if (!shape.shifted() || columns % shape.group() != 0) {
      throw new IllegalArgumentException("no groups with offsets: " + shape + ", " + columns);
    }
  }

  /** Groups of a row, which is the number of means. */
  int groups() {
    return columns / shape.group();
  }

  /** Digits of an offset. */
  int digits() {
    return Byte.SIZE / shape.bits();
  }

  /** Blocks of one digit. */
  int digitBlocks() {
    return Math.ceilDiv(groups(), shape.group());
  }

  /** How often the means stand behind the input. */
  int copies() {
    return Math.ceilDiv((digits() - 1) * digitBlocks() * shape.group() + groups(), groups());
  }

  /** Columns with the tail. */
  int allColumns() {
    return columns + copies() * groups();
  }

  /** Blocks of a row with its tail; the last one may be longer than the row. */
  int allBlocks() {
    return Math.ceilDiv(allColumns(), shape.group());
  }
}
