package dev.creature.models.whisper;

import java.nio.ByteBuffer;

/** Rounds the weights of linear layers to 8 bit; symmetric, nearest. */
final class Quantization {
  private static final int LARGEST = 127;
  private static final int UNSIGNED_ZERO = 128;

  private Quantization() {}

  /**
   * Weights of which each output has a scale.
   *
   * @param values {@code int8 [inputs][outputs]}
   * @param scales {@code [outputs]}
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
  record Channels(ByteBuffer values, float[] scales) {}

  /**
   * Weights of which each block of an output's inputs has a scale.
   *
   * @param values {@code uint8 [outputs][blocks][block]}, 128 stands for zero
   * @param scales {@code [outputs][blocks]}
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
  record Blocks(ByteBuffer values, float[] scales) {}

  /**
   * One scale for each output.
   *
   * @param weight {@code [outputs][inputs]}
   */
  static Channels byChannel(float[] weight, int outputs, int inputs) {
    ByteBuffer values = ByteBuffer.allocate(weight.length);
    float[] scales = new float[outputs];
    for (int output = 0; output < outputs; output++) {
      scales[output] = scale(weight, output * inputs, inputs);
      for (int input = 0; input < inputs; input++) {
        values.put(
            input * outputs + output,
            (byte) rounded(weight[output * inputs + input], scales[output]));
      }
    }
    return new Channels(values, scales);
  }

  /**
   * One scale for each block of neighbouring inputs of an output.
   *
   * @param weight {@code [outputs][inputs]}; the inputs are a multiple of the block
   */
  static Blocks byBlock(float[] weight, int block) {
    ByteBuffer values = ByteBuffer.allocate(weight.length);
    float[] scales = new float[weight.length / block];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = scale(weight, i * block, block);
      for (int j = i * block; j < (i + 1) * block; j++) {
        values.put(j, (byte) (rounded(weight[j], scales[i]) + UNSIGNED_ZERO));
      }
    }
    return new Blocks(values, scales);
  }

  /** {@code [rows][columns]} to {@code [columns][rows]}. */
  static float[] transpose(float[] matrix, int rows, int columns) {
    float[] transposed = new float[matrix.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        transposed[column * rows + row] = matrix[row * columns + column];
      }
    }
    return transposed;
  }

  private static float scale(float[] weight, int from, int length) {
    float largest = 0;
    for (int i = from; i < from + length; i++) {
      largest = Math.max(largest, Math.abs(weight[i]));
    }
    return largest == 0 ? 1 : largest / LARGEST;
  }

  private static int rounded(float value, float scale) {
    return Math.clamp(Math.round(value / scale), -LARGEST, LARGEST);
  }
}
