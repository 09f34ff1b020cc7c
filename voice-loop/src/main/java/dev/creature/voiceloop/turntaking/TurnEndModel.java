package dev.creature.voiceloop.turntaking;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How likely it is that a pause is the end of a turn, by what was said, how it was said and for how
 * long: a logistic regression, learned from recorded pauses.
 *
 * <p>It is small because the examples are few, and learned anew at each start (a few milliseconds),
 * so that the examples are all there is to keep. What each input brings is in {@code
 * docs/turn-taking.md}.
 */
public final class TurnEndModel {
  /** Pulls weights towards 0, as the few examples of some kinds of words demand. */
  private static final double RIDGE = 1;

  private static final int STEPS = 30;
  private static final List<UtteranceKind> KINDS = List.of(UtteranceKind.values());
  private static final int INPUTS = 1 + KINDS.size() + 3;
  private static final double DECIBELS_UNIT = 6;
  private static final double USUAL_SPEECH_MILLIS = 2000;
  private static final double SHORTEST_SPEECH_MILLIS = 100;

  /** A model that is surer than this is as sure as it can be. */
  private static final double SUREST = 0.99;

  /** What two units of log odds weigh. */
  private static final double ODDS_UNIT = 2;

  private static final class Delivered {
    private static final TurnEndModel MODEL = learn(PauseExample.delivered());
  }

  private final double[] weights;

  private TurnEndModel(double[] weights) {
    this.weights = weights;
  }

  /** Learned from the examples that the program is delivered with. */
  public static TurnEndModel delivered() {
    return Delivered.MODEL;
  }

  /**
   * Learns by Newton's method, which needs no step size and always ends at the same weights.
   *
   * @param examples in any order
   */
  public static TurnEndModel learn(List<PauseExample> examples) {
    List<double[]> inputs =
        examples.stream()
            .map(it ->
                inputs(
                    Utterance.kind(it.words()),
                    it.finalDecibels(),
                    it.speechMillis(),
                    it.endProbability()))
            .toList();
    double[] weights = new double[INPUTS];
    for (int step = 0; step < STEPS; step++) {
      double[] gradient = new double[INPUTS];
      double[][] curvature = new double[INPUTS][INPUTS];
      for (int i = 0; i < INPUTS; i++) {
        gradient[i] = i == 0 ? 0 : RIDGE * weights[i];
        curvature[i][i] = RIDGE;
      }
      for (int example = 0; example < inputs.size(); example++) {
        double ended = examples.get(example).ended() ? 1 : 0;
        lean(inputs.get(example), ended, weights, gradient, curvature);
      }
      double[] change = solve(curvature, gradient);
      for (int i = 0; i < INPUTS; i++) {
        weights[i] -= change[i];
      }
    }
    return new TurnEndModel(weights);
  }

  /**
   * That the turn ends with this pause, 0 to 1.
   *
   * @param finalDecibels see {@link FinalLevel}
   * @param speechMillis from the turn's first sound to its last
   * @param endProbability of the end-of-turn model, 0 to 1; without it the others decide
   */
  public double probability(
      UtteranceKind kind, double finalDecibels, long speechMillis, OptionalDouble endProbability) {
    return logistic(dot(weights, inputs(kind, finalDecibels, speechMillis, endProbability)));
  }

  /** Adds what one example contributes to the slope and the curvature of the error. */
  private static void lean(
      double[] inputs, double ended, double[] weights, double[] gradient, double[][] curvature) {
    double likely = logistic(dot(weights, inputs));
    for (int i = 0; i < INPUTS; i++) {
      gradient[i] += (likely - ended) * inputs[i];
      for (int j = 0; j < INPUTS; j++) {
        curvature[i][j] += likely * (1 - likely) * inputs[i] * inputs[j];
      }
    }
  }

  private static double[] inputs(
      UtteranceKind kind, double finalDecibels, long speechMillis, OptionalDouble endProbability) {
    double[] inputs = new double[INPUTS];
    inputs[0] = 1;
    inputs[1 + KINDS.indexOf(kind)] = 1;
    inputs[INPUTS - 3] = endProbability.isPresent() ? odds(endProbability.getAsDouble()) : 0;
    inputs[INPUTS - 2] = finalDecibels / DECIBELS_UNIT;
    inputs[INPUTS - 1] =
        Math.log(Math.max(SHORTEST_SPEECH_MILLIS, (double) speechMillis) / USUAL_SPEECH_MILLIS);
    return inputs;
  }

  private static double odds(double probability) {
    double bounded = Math.clamp(probability, 1 - SUREST, SUREST);
    return Math.log(bounded / (1 - bounded)) / ODDS_UNIT;
  }

  private static double dot(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  private static double logistic(double value) {
    return 1 / (1 + Math.exp(-value));
  }

  /** Cholesky's method; the matrix is symmetric and, thanks to the ridge, positive definite. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
      }
    }
    double[] half = new double[size];
    for (int i = 0; i < size; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * half[k];
      }
      half[i] = sum / lower[i][i];
    }
    double[] whole = new double[size];
    for (int i = size - 1; i >= 0; i--) {
      double sum = half[i];
      for (int k = i + 1; k < size; k++) {
        sum -= lower[k][i] * whole[k];
      }
      whole[i] = sum / lower[i][i];
    }
    return whole;
  }
}
