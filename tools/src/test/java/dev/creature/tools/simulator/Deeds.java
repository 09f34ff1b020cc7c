package dev.creature.tools.simulator;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.tools.simulator.motion.FloorPlan;
import dev.creature.tools.simulator.motion.Limits;
import dev.creature.tools.simulator.plan.Plan;
import dev.creature.tools.simulator.run.Activity;
import dev.creature.tools.simulator.run.Stepper;
import dev.creature.tools.simulator.scene.ApartmentFile;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.World;
import java.util.Optional;
import java.util.TreeMap;

/** A body that does one task after another in virtual time, and checks each step on the way. */
final class Deeds {
  final Apartment apartment;
  final Simulation simulation;
  private final FloorPlan floor;
  World world;

  /** What was said at the end, and whether it was done. */
  record Outcome(boolean done, String words, double seconds) {}

  Deeds(Apartment apartment) {
    this.apartment = apartment;
    this.simulation = new Simulation(apartment);
    this.floor = new FloorPlan(apartment);
    this.world = apartment.start();
  }

  static Deeds atHome() {
    return new Deeds(ApartmentFile.own(1));
  }

  /** {@code verb | object | target | source | name=value, …}; later parts may be left out. */
  static PhysicalTask task(String line) {
    String[] parts = line.split("\\|", -1);
    TreeMap<String, String> arguments = new TreeMap<>();
    if (parts.length > 4) {
      for (String argument : parts[4].split(",")) {
        arguments.put(argument.split("=")[0].strip(), argument.split("=")[1].strip());
      }
    }
    return new PhysicalTask(
        parts[0].strip(), slot(parts, 1), slot(parts, 2), slot(parts, 3), arguments);
  }

  private static Optional<String> slot(String[] parts, int index) {
    return index < parts.length && !parts[index].isBlank()
        ? Optional.of(parts[index].strip())
        : Optional.empty();
  }

  Outcome perform(String line) {
    return switch (simulation.plan(task(line), world)) {
      case Plan.Infeasible(String reason) -> new Outcome(false, reason, 0);
      case Plan.Feasible plan -> run(plan);
    };
  }

  private Outcome run(Plan.Feasible plan) {
    double begin = world.seconds();
    Activity activity = Activity.begin(plan, world);
    while (true) {
      World before = world;
      Stepper.Progress progress = simulation.step(world, activity);
      world = progress.world();
      check(before, world);
      switch (progress) {
        case Stepper.Progress.Going(_, Activity next) -> activity = next;
        case Stepper.Progress.Over _ -> {
          return new Outcome(true, plan.outcome(), world.seconds() - begin);
        }
        case Stepper.Progress.Failed(_, String reason) -> {
          return new Outcome(false, reason, world.seconds() - begin);
        }
      }
    }
  }

  /** What must hold after every 20 ms, whatever is done. */
  private void check(World before, World after) {
    if (floor.collides(after.robot().at(), Limits.RADIUS - 0.02, after, "")
        && !floor.collides(before.robot().at(), Limits.RADIUS - 0.02, before, "")) {
      throw new AssertionError("the body has run into something at " + after.robot());
    }
    double moved = after.robot().at().distanceTo(before.robot().at());
    double faster = Math.abs(after.robot().speed()) - Math.abs(before.robot().speed());
    if (moved > Limits.SPEED * Limits.STEP + 1e-9
        || faster > Limits.ACCELERATION * Limits.STEP + 1e-9) {
      throw new AssertionError("the body was faster than it can: " + moved + " m in a step");
    }
    long held =
        after.places().values().stream()
            .filter(it -> it instanceof dev.creature.tools.simulator.world.Place.Held)
            .count();
    if (held > 1 || after.places().size() != apartment.items().size()) {
      throw new AssertionError("things were lost or doubled");
    }
  }
}
