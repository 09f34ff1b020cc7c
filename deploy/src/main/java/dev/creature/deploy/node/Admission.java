package dev.creature.deploy.node;

import java.util.Optional;

/**
 * Whether one more may talk. Those who talk already keep their pace: who would be too many is
 * refused at once, with the reason, instead of making all of them slow.
 *
 * @param most conversations at the same time
 * @param unhurried so many are never refused because the machine is busy
 */
record Admission(int most, int unhurried) {
  /** For each core: see {@code docs/capacity.md}. */
  private static final int FOR_EACH_CORE = 4;

  /** From here on sound would not leave on time. */
  static final long LATE_MILLIS = 80;

  Admission {
    if (most < 1 || unhurried < 0 || unhurried > most) {
      throw new IllegalArgumentException("must satisfy 0 <= unhurried <= most, and most >= 1");
    }
  }

  /** What this machine can serve. */
  static Admission forThisMachine() {
    return forCores(Runtime.getRuntime().availableProcessors());
  }

  static Admission forCores(int cores) {
    return new Admission(FOR_EACH_CORE * cores, cores);
  }

  /**
   * Why one more is refused; empty when it is welcome.
   *
   * @param talking conversations that there are, those of listeners who may come back included
   * @param lateMillis how late the node's clock was lately, at its worst
   * @param goesOn whether it is a conversation that another node had: cutting it off is worse than
   *     making room, so half as many more are let in, and a busy machine is no reason
   */
  Optional<String> refusal(int talking, long lateMillis, boolean goesOn) {
    if (goesOn && talking < most + (most + 1) / 2) {
      return Optional.empty();
    }
    if (talking >= most) {
      return Optional.of(
          "%d are talking with the creature already, which is as many as this machine can serve; try again later"
              .formatted(talking));
    }
    if (talking >= unhurried && lateMillis >= LATE_MILLIS) {
      return Optional.of(
          "the machine is too busy to listen to one more just now; try again in a minute");
    }
    return Optional.empty();
  }
}
