package dev.creature.deploy.bench.micro;

/**
 * How long each piece is measured, in rounds; those to warm up do not count.
 *
 * @param warmUps rounds before it counts
 * @param rounds rounds that count
 * @param roundMillis how long a round takes
 */
public record Measure(int warmUps, int rounds, int roundMillis) {
  /** For figures that are kept. */
  public static final Measure FULL = new Measure(4, 6, 1_000);

  /** For a look: ten seconds in all, less exact. */
  public static final Measure QUICK = new Measure(1, 3, 250);

  public Measure {
    if (warmUps < 0 || rounds < 1 || roundMillis < 1) {
      throw new IllegalArgumentException("nothing would be measured");
    }
  }
}
