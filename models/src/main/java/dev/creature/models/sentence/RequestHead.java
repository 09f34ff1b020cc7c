package dev.creature.models.sentence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A network with one hidden layer that tells from a sentence's vector whether a deed is asked for.
 *
 * @param hidden weights, one row of {@link SentenceEncoder#WIDTH} a unit
 * @param offsets of the hidden units
 * @param output weights of the hidden units
 * @param offset of the output
 */
record RequestHead(float[][] hidden, float[] offsets, float[] output, float offset) {
  private static final int FORM = 1;

  RequestHead {
    if (hidden.length == 0 || offsets.length != hidden.length || output.length != hidden.length) {
      throw new IllegalArgumentException("the layers do not fit together");
    }
  }

  /** How likely a deed is asked for, 0 to 1. */
  double probability(float[] vector) {
    double sum = offset;
    for (int unit = 0; unit < hidden.length; unit++) {
      sum += output[unit] * Math.max(0, excitation(unit, vector));
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** What a hidden unit is excited by, before it is cut off at 0. */
  private double excitation(int unit, float[] vector) {
    double sum = offsets[unit];
    for (int i = 0; i < vector.length; i++) {
      sum += hidden[unit][i] * vector[i];
    }
    return sum;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(FORM);
    out.writeInt(hidden.length);
    out.writeInt(hidden[0].length);
    for (float[] row : hidden) {
      write(row, out);
    }
    write(offsets, out);
    write(output, out);
    out.writeFloat(offset);
  }

  private static void write(float[] numbers, DataOutputStream out) throws IOException {
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is something else, or cut off
   */
  static RequestHead read(DataInputStream in) throws IOException {
    if (in.readInt() != FORM) {
      throw new IOException("these are weights of another form");
    }
    int units = in.readInt();
    int width = in.readInt();
    if (units < 1 || units > 4_096 || width != SentenceEncoder.WIDTH) {
      throw new IOException("these are weights of another network");
    }
    float[][] hidden = new float[units][];
    for (int unit = 0; unit < units; unit++) {
      hidden[unit] = floats(width, in);
    }
    return new RequestHead(hidden, floats(units, in), floats(units, in), in.readFloat());
  }

  private static float[] floats(int count, DataInputStream in) throws IOException {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = in.readFloat();
    }
    return numbers;
  }
}
