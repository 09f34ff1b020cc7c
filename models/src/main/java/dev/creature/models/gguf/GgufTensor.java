package dev.creature.models.gguf;

import java.lang.foreign.MemorySegment;

/**
 * A tensor of a GGUF file.
 *
 * @param name such as {@code blk.0.attn_q.weight}
 * @param type how its elements are stored
 * @param columns its first dimension: neighbours in the file; a multiple of the block's elements
 * @param rows the product of its other dimensions
 * @param data its blocks, row after row; valid while the file is open
 */
public record GgufTensor(String name, BlockType type, int columns, int rows, MemorySegment data) {
  /** Number of elements. */
  public long elements() {
    return (long) columns * rows;
  }

  /** Bytes of a row. */
  public long rowBytes() {
    return (long) columns / type.elements() * type.bytes();
  }
}
