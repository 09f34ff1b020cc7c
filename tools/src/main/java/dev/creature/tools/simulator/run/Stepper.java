package dev.creature.tools.simulator.run;

import dev.creature.tools.simulator.motion.Base;
import dev.creature.tools.simulator.motion.FloorPlan;
import dev.creature.tools.simulator.motion.Limits;
import dev.creature.tools.simulator.motion.PathPlanner;
import dev.creature.tools.simulator.plan.Step;
import dev.creature.tools.simulator.world.Apartment;
import dev.creature.tools.simulator.world.Robot;
import dev.creature.tools.simulator.world.World;
import java.util.Optional;

/**
 * The simulation: a world and an activity in, both 20 ms later out. Pure: the same in gives the
 * same out, whatever the time is.
 */
public final class Stepper {
  /** No single step takes longer; whatever does is stuck. */
  private static final double LONGEST_STEP_SECONDS = 120;

  /** What 20 ms made of an activity. */
  public sealed interface Progress {
    World world();

    /** It goes on. */
    record Going(World world, Activity activity) implements Progress {}

    /** All is done. */
    record Over(World world) implements Progress {}

    /** It can't go on; the body stands. */
    record Failed(World world, String reason) implements Progress {}
  }

  private final DriveRun drive;
  private final HandRun hand;
  private final CompanyRun company;

  public Stepper(Apartment apartment, FloorPlan floor, PathPlanner paths) {
    this.drive = new DriveRun(apartment, floor, paths);
    this.hand = new HandRun(apartment);
    this.company = new CompanyRun(apartment, paths, drive);
  }

  /** 20 ms with nothing to do: the body brakes. */
  public World idle(World world) {
    World now = world.ticked();
    return now.with(Base.brake(now.robot()).showing(""));
  }

  /** 20 ms of an activity. */
  public Progress step(World world, Activity activity) {
    World now = world.ticked();
    Tick tick = tick(now, activity.steps().getFirst(), activity.memory().after(Limits.STEP));
    return switch (tick) {
      case Tick.On(World next, Memory memory) ->
          memory.seconds() > LONGEST_STEP_SECONDS
              ? new Progress.Failed(halted(next), "that took too long")
              : new Progress.Going(next, activity.remembering(memory));
      case Tick.Done(World next) ->
          activity.steps().size() == 1
              ? new Progress.Over(next)
              : new Progress.Going(next, activity.afterFirst(next));
      case Tick.First(World next, var steps) ->
          new Progress.Going(next, activity.preceded(steps, next));
      case Tick.Stuck(World next, String reason) -> new Progress.Failed(halted(next), reason);
    };
  }

  /** The same world with all motion taken out at once: what the stop latch does. */
  public static World halted(World world) {
    return world.with(world.robot().still());
  }

  private Tick tick(World world, Step step, Memory memory) {
    boolean moves =
        step instanceof Step.Drive
            || step instanceof Step.Face
            || step instanceof Step.TurnBy
            || step instanceof Step.MoveBy
            || step instanceof Step.Follow
            || step instanceof Step.Lead;
    Robot robot = world.robot();
    if (!moves && !Base.stands(robot)) {
      return new Tick.On(world.with(Base.brake(robot)), memory);
    }
    return switch (step) {
      case Step.Drive it -> drive.drive(world, it, memory);
      case Step.Face it -> drive.face(world, it.point(), memory);
      case Step.TurnBy it -> drive.turnBy(world, it.radians(), memory);
      case Step.MoveBy it -> drive.moveBy(world, it.metres(), memory);
      case Step.Follow it -> company.follow(world, it.person(), memory);
      case Step.Lead it -> company.lead(world, it, memory);
      case Step.Reach it -> hand.reach(world, it, memory);
      case Step.Fold _ -> hand.fold(world, memory);
      case Step.Grip it -> hand.grip(world, it.item(), memory);
      case Step.LetGo it -> hand.letGo(world, it, memory);
      case Step.Slide it -> hand.slide(world, it, memory);
      case Step.SetOpen it -> hand.setOpen(world, it, memory);
      case Step.SetOn it -> hand.setOn(world, it, memory);
      case Step.Pour it -> hand.pour(world, it, memory);
      case Step.Gesture it -> gesture(world, it, memory);
    };
  }

  private static Tick gesture(World world, Step.Gesture gesture, Memory memory) {
    boolean over = memory.seconds() >= gesture.seconds();
    World shown = world.with(world.robot().showing(over ? "" : gesture.name()));
    return over ? new Tick.Done(shown) : new Tick.On(shown, memory);
  }

  static Optional<Tick> untilStanding(World world, Memory memory) {
    return Base.stands(world.robot())
        ? Optional.empty()
        : Optional.of(new Tick.On(world.with(Base.brake(world.robot())), memory));
  }
}
