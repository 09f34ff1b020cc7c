package dev.creature.deploy.node;

/**
 * Where a conversation that begins is best off: here, or at a node that has much more room. Others
 * tell their room once a second; whoever was sent there since is reckoned with. Not thread-safe.
 */
final class Placement {
  /** Moving costs a moment: it must be worth it. */
  private static final int MORE_BY = 2;

  private int elsewhere;

  /** The node with most room among the others has so much; 0 where there is none. */
  void learn(int mostElsewhere) {
    elsewhere = mostElsewhere;
  }

  /**
   * Whether to send one on; counts it as sent.
   *
   * @param free for how many more there is room here
   */
  boolean sendsOn(int free) {
    if (elsewhere < 2 * free + MORE_BY) {
      return false;
    }
    elsewhere--;
    return true;
  }
}
