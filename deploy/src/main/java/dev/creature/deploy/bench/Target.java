package dev.creature.deploy.bench;

/** What a figure is held against. */
public sealed interface Target {
  /** Whether the value is good enough. */
  boolean met(double value);

  /** Good when the value is at most the bound. */
  record AtMost(double bound) implements Target {
    @Override
    public boolean met(double value) {
      return value <= bound;
    }
  }

  /** Good when the value is at least the bound. */
  record AtLeast(double bound) implements Target {
    @Override
    public boolean met(double value) {
      return value >= bound;
    }
  }

  /** Only reported. */
  record None() implements Target {
    @Override
    public boolean met(double value) {
      return true;
    }
  }

  static Target atMost(double bound) {
    return new AtMost(bound);
  }

  static Target atLeast(double bound) {
    return new AtLeast(bound);
  }

  static Target none() {
    return new None();
  }
}
