package dev.creature.tools.simulator.run;

import dev.creature.tools.simulator.plan.Plan;
import dev.creature.tools.simulator.plan.Step;
import dev.creature.tools.simulator.world.Point;
import dev.creature.tools.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan while it is carried out.
 *
 * @param steps those still to do, the present one first; never empty
 * @param total how many there are, done ones and those that came up on the way included
 * @param outcome what to say when all are done
 */
public record Activity(List<Step> steps, int total, String outcome, Memory memory) {
  public Activity {
    steps = List.copyOf(steps);
  }

  /** At its beginning; a plan without steps gets a moment's standstill. */
  public static Activity begin(Plan.Feasible plan, World world) {
    List<Step> steps = plan.steps().isEmpty() ? List.of(new Step.Fold()) : plan.steps();
    return new Activity(steps, steps.size(), plan.outcome(), Memory.begin(world.robot()));
  }

  /** The way to a safe posture from whatever it does: it stands, with the arm folded. */
  public static Activity toSafety(World world) {
    return new Activity(List.of(new Step.Fold()), 1, "", Memory.begin(world.robot()));
  }

  /** How much is done, 0 to 1. */
  public double fraction01() {
    return (double) (total - steps.size()) / total;
  }

  /** What it does now, such as {@code going to the kitchen}. */
  public String words() {
    return switch (steps.getFirst()) {
      case Step.Drive drive -> drive.words();
      case Step.Gesture gesture -> gesture.words();
      case Step.Lead lead -> lead.words();
      case Step.Follow(String person) -> "following " + person;
      case Step.Grip(String item) -> "taking the " + item;
      case Step.LetGo(String item, _) -> "putting down the " + item;
      case Step.Slide(String item, _) -> "pushing the " + item;
      case Step.SetOpen(String name, boolean open) ->
          (open ? "opening the " : "closing the ") + name;
      case Step.SetOn(String name, boolean on) -> "switching the " + name + (on ? " on" : " off");
      case Step.Pour(_, String into, String what) -> "pouring " + what + " into the " + into;
      case Step.Reach _ -> "reaching out";
      case Step.Fold _ -> "folding the arm";
      case Step.Face _, Step.TurnBy _ -> "turning";
      case Step.MoveBy _ -> "moving";
    };
  }

  /** Where the base is going, corner by corner. */
  public List<Point> way() {
    return memory.way();
  }

  Activity remembering(Memory next) {
    return new Activity(steps, total, outcome, next);
  }

  Activity afterFirst(World world) {
    return new Activity(
        steps.subList(1, steps.size()), total, outcome, Memory.begin(world.robot()));
  }

  Activity preceded(List<Step> first, World world) {
    List<Step> all = new ArrayList<>(first);
    all.addAll(steps);
    return new Activity(all, total + first.size(), outcome, Memory.begin(world.robot()));
  }
}
