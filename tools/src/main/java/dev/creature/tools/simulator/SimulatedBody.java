package dev.creature.tools.simulator;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.body.WorldView;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.tools.simulator.plan.Plan;
import dev.creature.tools.simulator.run.Activity;
import dev.creature.tools.simulator.run.Stepper;
import dev.creature.tools.simulator.world.World;
import dev.creature.tools.work.Job;
import dev.creature.tools.work.JobQueue;
import dev.creature.tools.work.LatchWatch;
import dev.creature.tools.work.TaskEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * The body in the simulated apartment: the one writer of its motion, 50 steps a second.
 *
 * <p>Needs a thread of its own ({@code DispatcherSelector.fromConfig("creature.body.dispatcher")}),
 * so that nothing keeps it from its steps. Each step reads the stop latch first; the latch also
 * wakes it between two steps. While it stores something it does not move. Tasks wait in a queue of
 * {@link #QUEUE}; one more is refused with a reason, and none that was taken is ever dropped.
 */
public final class SimulatedBody
    extends EventSourcedBehavior<BodyCommand, BodyJournal, BodyMemory> {
  /** How many tasks may wait. */
  public static final int QUEUE = 16;

  private static final Duration STEP = Duration.ofMillis(20);
  private static final int STEPS_PER_VIEW = 5;

  private enum Tick implements BodyCommand {
    INSTANCE
  }

  private enum Stopped implements BodyCommand {
    INSTANCE
  }

  private final Simulation simulation;
  private final StopReflex reflex;
  private final JobQueue waiting = new JobQueue(QUEUE);
  private final Audience audience;
  private Optional<Running> running = Optional.empty();
  private World world;
  private final LatchWatch latch;

  private SimulatedBody(
      String name, Simulation simulation, StopReflex reflex, ActorContext<BodyCommand> context) {
    super(
        PersistenceId.of("body", name),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.2));
    this.simulation = simulation;
    this.reflex = reflex;
    this.audience = new Audience(context);
    this.world = simulation.apartment().start();
    this.latch = new LatchWatch(reflex);
  }

  /**
   * The body of this name, as it was when its last task ended.
   *
   * @param name stays the same over restarts: the journal is found by it
   */
  public static Behavior<BodyCommand> create(
      String name, Simulation simulation, StopReflex reflex) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> {
          ActorRef<BodyCommand> self = context.getSelf();
          reflex.onStop(() -> self.tell(Stopped.INSTANCE));
          timers.startTimerAtFixedRate(Tick.INSTANCE, STEP);
          return new SimulatedBody(name, simulation, reflex, context);
        }));
  }

  @Override
  public BodyMemory emptyState() {
    return BodyMemory.EMPTY;
  }

  @Override
  public EventHandler<BodyMemory, BodyJournal> eventHandler() {
    return BodyMemory::after;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(50, 2).withDeleteEventsOnSnapshot();
  }

  @Override
  public SignalHandler<BodyMemory> signalHandler() {
    return newSignalHandlerBuilder().onSignal(RecoveryCompleted.instance(), this::restored).build();
  }

  @Override
  public CommandHandler<BodyCommand, BodyJournal, BodyMemory> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Tick.class, (memory, _) -> step(memory))
        .onCommand(Stopped.class, (memory, _) -> obeyLatch(memory).orElse(Effect().none()))
        .onCommand(BodyCommand.Perform.class, this::perform)
        .onCommand(BodyCommand.Cancel.class, (memory, it) -> cancel(memory, it.task()))
        .onCommand(BodyCommand.Halt.class, (memory, it) -> halt(memory, it.replyTo()))
        .onCommand(BodyCommand.Release.class, (memory, _) -> release())
        .onCommand(BodyCommand.Watch.class, it -> watch(it.watcher()))
        .onCommand(BodyCommand.Unwatch.class, it -> unwatch(it.watcher()))
        .build();
  }

  private void restored(BodyMemory memory) {
    world = memory.world().map(it -> Worlds.fitted(it, simulation.apartment())).orElse(world);
    latch.restore(memory.latched());
  }

  private Effect<BodyJournal, BodyMemory> step(BodyMemory memory) {
    Optional<Effect<BodyJournal, BodyMemory>> stopped = obeyLatch(memory);
    if (stopped.isPresent()) {
      return stopped.get();
    }
    Effect<BodyJournal, BodyMemory> effect = reflex.isStopped() ? stand() : move();
    if (world.step() % STEPS_PER_VIEW == 0) {
      show();
    }
    return effect;
  }

  /** Empty where the latch is as it was. Otherwise motion is over before anything is stored. */
  private Optional<Effect<BodyJournal, BodyMemory>> obeyLatch(BodyMemory memory) {
    Optional<StopReflex.Latch> stop = latch.news();
    if (stop.isPresent()) {
      world = Stepper.halted(world);
      show();
      return stop.map(this::cancelEverything);
    }
    return latch.isReleased(memory.latched())
        ? Optional.of(Effect().persist(new BodyJournal.Released()))
        : Optional.empty();
  }

  private Effect<BodyJournal, BodyMemory> cancelEverything(StopReflex.Latch stop) {
    List<Job> jobs = new ArrayList<>();
    running.ifPresent(it -> jobs.add(it.job()));
    jobs.addAll(waiting.takeAll());
    running = Optional.empty();
    double afterMillis = (System.nanoTime() - stop.atNanos()) / 1e6;
    jobs.forEach(it -> it.replyTo().tell(new BodyEvent.Halted(afterMillis)));
    List<BodyJournal> events = new ArrayList<>();
    events.add(new BodyJournal.Latched(stop.why()));
    jobs.forEach(it ->
        events.add(
            new BodyJournal.Ended(it.task().value(), TaskState.CANCELLED, stop.why(), world)));
    return Effect()
        .persist(events)
        .thenRun(() -> jobs.forEach(it -> it.replyTo().tell(new BodyEvent.Cancelled(it.task()))));
  }

  private Effect<BodyJournal, BodyMemory> stand() {
    world = world.ticked();
    return Effect().none();
  }

  private Effect<BodyJournal, BodyMemory> move() {
    if (running.isEmpty() && waiting.isEmpty()) {
      world = simulation.idle(world);
      return Effect().none();
    }
    if (running.isEmpty()) {
      return begin(waiting.next());
    }
    Running now = running.get();
    Stepper.Progress progress = simulation.step(world, now.activity());
    world = progress.world();
    return switch (progress) {
      case Stepper.Progress.Going(_, Activity next) -> {
        running = Optional.of(now.at(next));
        yield Effect().none();
      }
      case Stepper.Progress.Over _ ->
          now.cancelled()
              ? end(now.job(), TaskState.CANCELLED, "")
              : end(now.job(), TaskState.DONE, now.activity().outcome());
      case Stepper.Progress.Failed(_, String reason) ->
          end(now.job(), now.cancelled() ? TaskState.CANCELLED : TaskState.FAILED, reason);
    };
  }

  private Effect<BodyJournal, BodyMemory> begin(Job job) {
    return switch (simulation.plan(job.what(), world)) {
      case Plan.Infeasible(String reason) -> end(job, TaskState.FAILED, reason);
      case Plan.Feasible plan -> {
        running = Optional.of(Running.begin(job, Activity.begin(plan, world)));
        yield Effect().none();
      }
    };
  }

  /** The outcome and the world it leaves, stored as one; told when they are stored. */
  private Effect<BodyJournal, BodyMemory> end(Job job, TaskState state, String words) {
    running = running.filter(it -> !it.does(job.task()));
    return Effect()
        .persist(new BodyJournal.Ended(job.task().value(), state, words, world))
        .thenRun(() -> job.replyTo().tell(new TaskEnd(state, words).event(job.task())));
  }

  private Effect<BodyJournal, BodyMemory> perform(BodyMemory memory, BodyCommand.Perform command) {
    TaskId task = command.task();
    Job job = new Job(task, command.what(), command.replyTo());
    Optional<BodyEvent> outcome = memory.outcome(task);
    if (outcome.isPresent()) {
      job.replyTo().tell(outcome.get());
      return Effect().none();
    }
    if (waiting.wasRevoked(task)) {
      return end(job, TaskState.CANCELLED, "");
    }
    if (running.filter(it -> it.does(task)).isPresent()) {
      running = running.map(it -> it.askedAgain(job));
      return Effect().none();
    }
    if (waiting.replace(job)) {
      return Effect().none();
    }
    if (reflex.isStopped()) {
      return end(job, TaskState.FAILED, "I was stopped, and I wait to be released");
    }
    if (waiting.isFull()) {
      return end(job, TaskState.FAILED, "I have too much to do already");
    }
    waiting.add(job);
    return Effect().none();
  }

  private Effect<BodyJournal, BodyMemory> cancel(BodyMemory memory, TaskId task) {
    if (running.filter(it -> it.does(task)).isPresent()) {
      running = running.map(it -> it.cancelled(world));
      return Effect().none();
    }
    Optional<Job> waits = waiting.take(task);
    if (waits.isPresent()) {
      return end(waits.get(), TaskState.CANCELLED, "");
    }
    if (memory.outcome(task).isEmpty()) {
      waiting.revoke(task);
    }
    return Effect().none();
  }

  private Effect<BodyJournal, BodyMemory> halt(
      BodyMemory memory, ActorRef<BodyEvent.Halted> replyTo) {
    reflex.stop("told to halt");
    Effect<BodyJournal, BodyMemory> effect = obeyLatch(memory).orElse(Effect().none());
    replyTo.tell(new BodyEvent.Halted((System.nanoTime() - reflex.latch().atNanos()) / 1e6));
    return effect;
  }

  private Effect<BodyJournal, BodyMemory> release() {
    reflex.release();
    return Effect().none();
  }

  private Effect<BodyJournal, BodyMemory> watch(ActorRef<WorldView> watcher) {
    audience.add(watcher, view());
    return Effect().none();
  }

  private Effect<BodyJournal, BodyMemory> unwatch(ActorRef<WorldView> watcher) {
    audience.remove(watcher);
    return Effect().none();
  }

  private void show() {
    audience.show(this::view);
  }

  private WorldView view() {
    return Worlds.view(
        simulation.apartment(), world, running.map(Running::activity), reflex.isStopped());
  }
}
