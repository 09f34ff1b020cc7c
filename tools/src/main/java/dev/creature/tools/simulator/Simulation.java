package dev.creature.tools.simulator;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.tools.simulator.motion.FloorPlan;
import dev.creature.tools.simulator.motion.PathPlanner;
import dev.creature.tools.simulator.plan.Plan;
import dev.creature.tools.simulator.plan.Planner;
import dev.creature.tools.simulator.run.Activity;
import dev.creature.tools.simulator.run.Stepper;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.World;

/** An apartment with what is needed to plan and to move in it. Immutable but for its caches. */
public final class Simulation {
  private final Apartment apartment;
  private final Planner planner;
  private final Stepper stepper;

  public Simulation(Apartment apartment) {
    FloorPlan floor = new FloorPlan(apartment);
    PathPlanner paths = new PathPlanner(apartment, floor);
    this.apartment = apartment;
    this.planner = new Planner(apartment, paths);
    this.stepper = new Stepper(apartment, floor, paths);
  }

  public Apartment apartment() {
    return apartment;
  }

  /** The steps of a task in this world, or why it can't be done. */
  public Plan plan(PhysicalTask task, World world) {
    return planner.plan(task, world);
  }

  /** 20 ms of an activity. */
  public Stepper.Progress step(World world, Activity activity) {
    return stepper.step(world, activity);
  }

  /** 20 ms without one. */
  public World idle(World world) {
    return stepper.idle(world);
  }
}
