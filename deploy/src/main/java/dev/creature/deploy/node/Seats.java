package dev.creature.deploy.node;

import java.util.Optional;

/**
 * For how many more there is room at this node, as counted and as measured, and who is better off
 * elsewhere. Not thread-safe: part of the switchboard.
 */
final class Seats {
  private static final String MORE_ROOM = "another node has more room; it listens to you";
  private static final int TICKS_A_LOOK = 10;

  private final Admission admission;
  private final HeadroomGauge gauge;
  private final Lateness lateness = new Lateness();
  private final Placement placement = new Placement();
  private Headroom headroom;
  private int ticks;
  private int measuredTalking;

  Seats(Admission admission, HeadroomGauge gauge) {
    this.admission = admission;
    this.gauge = gauge;
    this.headroom = gauge.look(0);
  }

  /**
   * Every {@value Lateness#TICK_MILLIS} ms.
   *
   * @param talking conversations that there are
   * @param engineLoad01 of what the voice runs on, see {@link Headroom}
   */
  void tick(long nanos, int talking, double engineLoad01) {
    lateness.tick(nanos);
    ticks++;
    if (ticks % TICKS_A_LOOK == 0) {
      headroom = gauge.look(engineLoad01);
      measuredTalking = talking;
    }
  }

  /** How many more are welcome just now; those who came since the last look are reckoned with. */
  int free(int talking) {
    int since = Math.max(0, talking - measuredTalking);
    int measured = Math.max(0, headroom.slots(measuredTalking) - since);
    return Math.min(admission.free(talking, lateness.millis()), measured);
  }

  /** Why one more is not let in; see {@link Admission#refusal}. */
  Optional<String> refusal(int talking, boolean goesOn) {
    return admission.refusal(talking, lateness.millis(), goesOn);
  }

  /** The node with most room among the others has so much. */
  void elsewhere(int most) {
    placement.learn(most);
  }

  /** Why somebody who is free to go elsewhere should; empty where here is as good. */
  Optional<String> betterElsewhere(int talking) {
    return placement.sendsOn(free(talking)) ? Optional.of(MORE_ROOM) : Optional.empty();
  }
}
