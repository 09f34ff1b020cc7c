package dev.creature.deploy.node;

/**
 * How much a node has left, as measured, and for how many more conversations that is enough. Pure.
 *
 * @param cores of the machine, or as many as the container may use; above 0
 * @param idleCores of them that nobody uses just now, whoever the others are
 * @param usedCores of them that this process uses
 * @param engineLoad01 how busy what the voice runs on is, where it is not these cores, 0 to 1
 */
record Headroom(double cores, double idleCores, double usedCores, double engineLoad01) {
  /** What a conversation takes where none was measured yet: see {@code docs/scale.md}. */
  private static final double USUAL_COST = 0.35;

  /** Somebody who pauses costs little now and more in a moment. */
  private static final double LEAST_COST = 0.05;

  /** What is kept free, so that a turn that is thought about makes nobody's sound late. */
  private static final double RESERVE01 = 0.1;

  Headroom {
    if (!(cores > 0 && idleCores >= 0 && usedCores >= 0)) {
      throw new IllegalArgumentException("cores must be above 0, what is used of them at least 0");
    }
    if (!(engineLoad01 >= 0 && engineLoad01 <= 1)) {
      throw new IllegalArgumentException("the engine's load must be from 0 to 1");
    }
  }

  /**
   * For how many more conversations there is room; at least 0.
   *
   * @param talking conversations that caused what was measured
   */
  int slots(int talking) {
    double cost = talking == 0 ? USUAL_COST : Math.max(LEAST_COST, usedCores / talking);
    double byCores = (idleCores - RESERVE01 * cores) / cost;
    double byEngine =
        talking == 0 || engineLoad01 == 0
            ? byCores
            : (1 - RESERVE01 - engineLoad01) / (engineLoad01 / talking);
    return (int) Math.clamp(Math.floor(Math.min(byCores, byEngine)), 0, 100_000);
  }
}
