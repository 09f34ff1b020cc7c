package dev.creature.tools.simulator.plan;

import java.util.List;

/** What becomes of a task before the first motion. */
public sealed interface Plan {
  /**
   * It can be done.
   *
   * @param outcome what to say when it is done, such as {@code The blue cup is on the table.}
   */
  record Feasible(List<Step> steps, String outcome) implements Plan {
    public Feasible {
      steps = List.copyOf(steps);
    }
  }

  /**
   * It can't be done.
   *
   * @param reason to be said to the user
   */
  record Infeasible(String reason) implements Plan {}
}
