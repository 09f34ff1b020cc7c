package dev.creature.models.whisper;

/** How the weights of linear layers are kept and multiplied. */
enum Precision {
  /** As published, widened to 32 bit: the reference that the others are compared with. */
  FLOAT,
  /**
   * 8 bit, one scale for each output; activations share one scale for the whole input. The fastest
   * for many rows, but a row's result depends on the rows beside it.
   */
  INT8_CHANNELS,
  /**
   * 8 bit, one scale for each 128 inputs of each output; activations likewise, row by row. The
   * fastest for a single row, and a row's result does not depend on the rows beside it: what makes
   * a verified draft equal to decoding token by token.
   */
  INT8_BLOCKS
}
