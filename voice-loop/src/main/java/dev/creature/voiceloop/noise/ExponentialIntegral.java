package dev.creature.voiceloop.noise;

/** The integral of {@code exp(-t) / t} from a positive number to infinity. */
final class ExponentialIntegral {
  private static final double EULER = 0.5772156649015329;

  private ExponentialIntegral() {}

  /** Exact to 1e-6; below 1e-10 as for 1e-10, above 40 zero. */
  static double of(double x) {
    double from = Math.max(1e-10, x);
    if (from > 40) {
      return 0;
    }
    return from <= 1 ? series(from) : fraction(from);
  }

  private static double series(double x) {
    double sum = -EULER - Math.log(x);
    double term = 1;
    for (int n = 1; n <= 12; n++) {
      term *= -x / n;
      sum -= term / n;
    }
    return sum;
  }

  /** The continued fraction, from its end. */
  private static double fraction(double x) {
    double rest = x;
    for (int n = 24; n >= 1; n--) {
      rest = x + n / (1 + n / rest);
    }
    return Math.exp(-x) / rest;
  }
}
