package dev.creature.models.sentence;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Fits a {@link RequestHead} by gradient descent with momentum and step sizes of their own (Adam),
 * with a fifth of the hidden units left out at a time. The same examples in the same order give the
 * same weights.
 */
final class HeadTraining {
  private static final int UNITS = 48;
  private static final int ROUNDS = 25;
  private static final int BATCH = 64;
  private static final double RATE = 1e-3;
  private static final double DECAY = 1e-4;
  private static final double LEFT_OUT = 0.2;

  /** Vectors have length 1, so that a number in one is small; this brings them near 1. */
  private static final float SCALE = 16;

  /** Commands are half as many as talk. */
  private static final double COMMAND_WEIGHT = 1.2;

  private static final double CERTAINTY = 0.98;

  /**
   * A sentence whose meaning is known.
   *
   * @param vector of {@link SentenceEncoder}
   * @param asks whether a deed is asked for
   */
  record Example(float[] vector, boolean asks) {}

  private final RandomGenerator random = new Random(1);
  private final Parameters hidden = new Parameters(UNITS * SentenceEncoder.WIDTH, 0.06, random);
  private final Parameters offsets = new Parameters(UNITS, 0, random);
  private final Parameters output = new Parameters(UNITS, 0.15, random);
  private final Parameters offset = new Parameters(1, 0, random);
  private final double[] excited = new double[UNITS];

  private HeadTraining() {}

  /** Fits. */
  static RequestHead fit(List<Example> examples) {
    HeadTraining training = new HeadTraining();
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int round = 0; round < ROUNDS; round++) {
      training.shuffle(order);
      for (int from = 0; from < order.length; from += BATCH) {
        int to = Math.min(order.length, from + BATCH);
        for (int i = from; i < to; i++) {
          training.learn(examples.get(order[i]), to - from);
        }
        training.step();
      }
    }
    return training.head();
  }

  private void shuffle(int[] order) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void learn(Example example, int batch) {
    int width = SentenceEncoder.WIDTH;
    double sum = offset.value(0);
    for (int unit = 0; unit < UNITS; unit++) {
      double excitation = offsets.value(unit);
      for (int i = 0; i < width; i++) {
        excitation += hidden.value(unit * width + i) * SCALE * example.vector()[i];
      }
      boolean kept = random.nextDouble() > LEFT_OUT;
      excited[unit] = kept && excitation > 0 ? excitation / (1 - LEFT_OUT) : 0;
      sum += excited[unit] * output.value(unit);
    }
    double meant = example.asks() ? (1 + CERTAINTY) / 2 : (1 - CERTAINTY) / 2;
    double weight = example.asks() ? COMMAND_WEIGHT : 1;
    double error = (1 / (1 + Math.exp(-sum)) - meant) * weight / batch;
    offset.pull(0, error);
    for (int unit = 0; unit < UNITS; unit++) {
      output.pull(unit, error * excited[unit]);
      if (excited[unit] > 0) {
        double back = error * output.value(unit) / (1 - LEFT_OUT);
        offsets.pull(unit, back);
        for (int i = 0; i < width; i++) {
          hidden.pull(unit * width + i, back * SCALE * example.vector()[i]);
        }
      }
    }
  }

  private void step() {
    hidden.step(DECAY);
    output.step(DECAY);
    offsets.step(0);
    offset.step(0);
  }

  private RequestHead head() {
    int width = SentenceEncoder.WIDTH;
    float[][] rows = new float[UNITS][width];
    float[] starts = new float[UNITS];
    float[] ends = new float[UNITS];
    for (int unit = 0; unit < UNITS; unit++) {
      for (int i = 0; i < width; i++) {
        rows[unit][i] = (float) (hidden.value(unit * width + i) * SCALE);
      }
      starts[unit] = (float) offsets.value(unit);
      ends[unit] = (float) output.value(unit);
    }
    return new RequestHead(rows, starts, ends, (float) offset.value(0));
  }

  /** Numbers that are fitted, with the gradient of the running batch and how it went before. */
  private static final class Parameters {
    private final double[] values;
    private final double[] gradient;
    private final double[] mean;
    private final double[] spread;
    private int steps;

    Parameters(int count, double width, RandomGenerator random) {
      values = new double[count];
      gradient = new double[count];
      mean = new double[count];
      spread = new double[count];
      for (int i = 0; i < count; i++) {
        values[i] = width * random.nextGaussian();
      }
    }

    double value(int i) {
      return values[i];
    }

    void pull(int i, double by) {
      gradient[i] += by;
    }

    void step(double decay) {
      steps++;
      double meanShare = 1 - Math.pow(0.9, steps);
      double spreadShare = 1 - Math.pow(0.999, steps);
      for (int i = 0; i < values.length; i++) {
        double slope = gradient[i] + decay * values[i];
        mean[i] = 0.9 * mean[i] + 0.1 * slope;
        spread[i] = 0.999 * spread[i] + 0.001 * slope * slope;
        values[i] -= RATE * (mean[i] / meanShare) / (Math.sqrt(spread[i] / spreadShare) + 1e-8);
        gradient[i] = 0;
      }
    }
  }
}
