package dev.creature.deploy.bench;

import dev.creature.deploy.bench.SpeechSegments.Segment;
import java.util.Arrays;

/** When a listener encourages, against when one would: distributions over steps of 0.2 s. */
final class BackchannelRhythm {
  private static final int STEP_MILLIS = 200;
  private static final double NEVER_ZERO = 1e-10;

  private BackchannelRhythm() {}

  /**
   * The Jensen-Shannon distance (natural logarithm, so 0 to 0.83) of two distributions; 1 where one
   * of them has nothing in it, as in Full-Duplex-Bench.
   *
   * @param made when it encouraged
   * @param expected when a listener would
   * @param fromMillis beginning of the time that is looked at
   * @param untilMillis end of it
   */
  static double divergence(
      SpeechSegments made, SpeechSegments expected, long fromMillis, long untilMillis) {
    SpeechSegments one = made.within(fromMillis, untilMillis);
    SpeechSegments other = expected.within(fromMillis, untilMillis);
    if (one.isEmpty() || other.isEmpty()) {
      return 1;
    }
    double[] p = distribution(one, fromMillis, untilMillis);
    double[] q = distribution(other, fromMillis, untilMillis);
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double middle = (p[i] + q[i]) / 2;
      sum += (p[i] * Math.log(p[i] / middle) + q[i] * Math.log(q[i] / middle)) / 2;
    }
    return Math.sqrt(Math.max(0, sum));
  }

  private static double[] distribution(SpeechSegments segments, long fromMillis, long untilMillis) {
    double[] steps = new double[(int) ((untilMillis - fromMillis) / STEP_MILLIS) + 1];
    for (Segment segment : segments.all()) {
      long last = (segment.endMillis() - fromMillis) / STEP_MILLIS;
      for (long i = (segment.startMillis() - fromMillis) / STEP_MILLIS; i <= last; i++) {
        steps[(int) Math.min(i, steps.length - 1)]++;
      }
    }
    double total = Arrays.stream(steps).sum() + steps.length * NEVER_ZERO;
    return Arrays.stream(steps).map(step -> (step + NEVER_ZERO) / total).toArray();
  }
}
