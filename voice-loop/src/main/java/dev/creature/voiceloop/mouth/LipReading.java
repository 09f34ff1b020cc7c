package dev.creature.voiceloop.mouth;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * From the look of sound to the shape of a mouth: a small net over seven slices around a moment.
 * What it knows was learned from a voice that tells its phonemes' times, at several pitches.
 *
 * @param scale of each input: what is taken off it, then what it is divided by
 * @param hidden weights of the hidden units, each with its offset at the end
 * @param shapes weights of the shapes, each with its offset at the end
 */
record LipReading(float[][] scale, float[][] hidden, float[][] shapes) {
  /** The shapes as the net counts them. */
  static final List<Viseme> ORDER = List.of(Viseme.values());

  /** Slices that are looked at, in slices from the moment. */
  static final int[] AROUND = {-8, -4, -2, 0, 2, 4, 8};

  static final int INPUTS = AROUND.length * SoundSpectrum.NUMBERS;
  static final int HIDDEN = 40;
  private static final String RESOURCE = "lip-reading.bin";

  /** The one that comes with the program. */
  static LipReading learned() {
    try (InputStream in = LipReading.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing in this build");
      }
      DataInputStream numbers = new DataInputStream(in);
      return new LipReading(
          read(numbers, 2, INPUTS),
          read(numbers, HIDDEN, INPUTS + 1),
          read(numbers, ORDER.size(), HIDDEN + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[][] read(DataInputStream in, int rows, int columns) throws IOException {
    float[][] all = new float[rows][columns];
    for (float[] row : all) {
      for (int i = 0; i < columns; i++) {
        row[i] = in.readFloat();
      }
    }
    return all;
  }

  /** What is known at a slice, scaled; slices beyond the ends are as the first and the last. */
  float[] inputs(float[][] slices, int at) {
    float[] inputs = new float[INPUTS];
    for (int i = 0; i < AROUND.length; i++) {
      float[] slice = slices[Math.clamp(at + AROUND[i], 0, slices.length - 1)];
      System.arraycopy(slice, 0, inputs, i * slice.length, slice.length);
    }
    for (int i = 0; i < INPUTS; i++) {
      inputs[i] = (inputs[i] - scale[0][i]) / scale[1][i];
    }
    return inputs;
  }

  /** The hidden units' values, −1 to 1. */
  float[] hidden(float[] inputs) {
    float[] values = new float[hidden.length];
    for (int unit = 0; unit < hidden.length; unit++) {
      values[unit] = (float) Math.tanh(sum(hidden[unit], inputs));
    }
    return values;
  }

  /** How likely each shape is, in {@link #ORDER}; adds up to 1. */
  float[] likely(float[] hiddenValues) {
    double[] powers = new double[shapes.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int shape = 0; shape < shapes.length; shape++) {
      powers[shape] = sum(shapes[shape], hiddenValues);
      most = Math.max(most, powers[shape]);
    }
    double all = 0;
    for (int shape = 0; shape < powers.length; shape++) {
      powers[shape] = Math.exp(powers[shape] - most);
      all += powers[shape];
    }
    float[] likely = new float[powers.length];
    for (int shape = 0; shape < powers.length; shape++) {
      likely[shape] = (float) (powers[shape] / all);
    }
    return likely;
  }

  private static double sum(float[] weights, float[] values) {
    double sum = weights[values.length];
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * (double) values[i];
    }
    return sum;
  }
}
