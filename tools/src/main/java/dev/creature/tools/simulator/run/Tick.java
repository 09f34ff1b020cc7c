package dev.creature.tools.simulator.run;

import dev.creature.tools.simulator.plan.Step;
import dev.creature.tools.simulator.world.World;
import java.util.List;

/** What 20 ms of one step make. */
sealed interface Tick {
  /** The world afterwards. */
  World world();

  /** It goes on. */
  record On(World world, Memory memory) implements Tick {}

  /** The step is done. */
  record Done(World world) implements Tick {}

  /** Something else has to be done first; then the step begins anew. */
  record First(World world, List<Step> steps) implements Tick {}

  /** It can't go on. */
  record Stuck(World world, String reason) implements Tick {}
}
