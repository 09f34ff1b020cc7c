package dev.creature.tools.simulator.grounding;

import java.util.List;

/**
 * What a phrase may mean.
 *
 * @param candidates all that fit, nearest to the body first; empty when nothing does
 * @param plural whether several are meant
 * @param missing why nothing fits, to be said to the user; empty when something does
 */
public record Grounding(List<Named> candidates, boolean plural, String missing) {
  public Grounding {
    candidates = List.copyOf(candidates);
  }

  static Grounding missing(String why) {
    return new Grounding(List.of(), false, why);
  }

  /** Whether something fits. */
  public boolean isFound() {
    return !candidates.isEmpty();
  }

  /** The nearest that fits; there must be one. */
  public Named nearest() {
    return candidates.getFirst();
  }
}
