package dev.creature.tools.remote;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.tools.work.Job;
import dev.creature.tools.work.JobQueue;
import dev.creature.tools.work.LatchWatch;
import dev.creature.tools.work.TaskEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.PostStop;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.RetentionCriteria;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * A body whose motion is another machine's. It does one task after another, each once by its id,
 * and keeps their outcomes over restarts. The stop latch reaches the robot on the thread that
 * stops, past this actor's queue.
 */
public final class RemoteBody
    extends EventSourcedBehavior<BodyCommand, RemoteJournal, RemoteMemory> {
  /** How many tasks may wait. */
  public static final int QUEUE = 16;

  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

  private static final Duration LOOK_AT_LATCH = Duration.ofMillis(200);

  /** What the robot said of a task. */
  record Reported(TaskId task, BodyEvent event) implements BodyCommand {}

  private record Overdue(TaskId task) implements BodyCommand {}

  private enum Stopped implements BodyCommand {
    INSTANCE
  }

  private enum Tick implements BodyCommand {
    INSTANCE
  }

  private final StopReflex reflex;
  private final RemoteRobot robot;
  private final ActorRef<BodyCommand> self;
  private final TimerScheduler<BodyCommand> timers;
  private final JobQueue waiting = new JobQueue(QUEUE);
  private final LatchWatch latch;
  private Optional<Job> running = Optional.empty();
  private boolean started;

  private RemoteBody(
      String name,
      StopReflex reflex,
      RemoteRobot robot,
      ActorRef<BodyCommand> self,
      TimerScheduler<BodyCommand> timers) {
    super(
        PersistenceId.of("remote-body", name),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.2));
    this.reflex = reflex;
    this.robot = robot;
    this.self = self;
    this.timers = timers;
    this.latch = new LatchWatch(reflex);
  }

  /**
   * The body of this name.
   *
   * @param name stays the same over restarts: the journal is found by it
   * @param robot belongs to this body, and is closed with it
   */
  public static Behavior<BodyCommand> create(String name, StopReflex reflex, RemoteRobot robot) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> {
          ActorRef<BodyCommand> self = context.getSelf();
          reflex.onStop(() -> {
            CompletionStage<Void> _ = robot.halt();
            self.tell(Stopped.INSTANCE);
          });
          timers.startTimerWithFixedDelay(Tick.INSTANCE, LOOK_AT_LATCH);
          return new RemoteBody(name, reflex, robot, self, timers);
        }));
  }

  @Override
  public RemoteMemory emptyState() {
    return RemoteMemory.EMPTY;
  }

  @Override
  public EventHandler<RemoteMemory, RemoteJournal> eventHandler() {
    return RemoteMemory::after;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(100, 2).withDeleteEventsOnSnapshot();
  }

  @Override
  public SignalHandler<RemoteMemory> signalHandler() {
    return newSignalHandlerBuilder()
        .onSignal(RecoveryCompleted.instance(), this::restored)
        .onSignal(PostStop.instance(), _ -> robot.close())
        .build();
  }

  @Override
  public CommandHandler<BodyCommand, RemoteJournal, RemoteMemory> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Reported.class, (_, it) -> reported(it.task(), it.event()))
        .onCommand(Overdue.class, (_, it) -> overdue(it.task()))
        .onCommand(Stopped.class, (_, _) -> obeyLatch())
        .onCommand(Tick.class, (memory, _) -> look(memory))
        .onCommand(BodyCommand.Perform.class, this::perform)
        .onCommand(BodyCommand.Cancel.class, (memory, it) -> cancel(memory, it.task()))
        .onCommand(BodyCommand.Halt.class, (_, it) -> halt(it.replyTo()))
        .onCommand(BodyCommand.Release.class, (memory, _) -> release(memory))
        // What surrounds a remote robot is not known here.
        .onCommand(BodyCommand.Watch.class, _ -> Effect().none())
        .onCommand(BodyCommand.Unwatch.class, _ -> Effect().none())
        .build();
  }

  private void restored(RemoteMemory memory) {
    latch.restore(memory.latched());
  }

  /** The latch may be released without a word to this actor. */
  private Effect<RemoteJournal, RemoteMemory> look(RemoteMemory memory) {
    if (latch.isReleased(memory.latched())) {
      robot.release();
      return Effect().persist(new RemoteJournal.Released());
    }
    return obeyLatch();
  }

  private Effect<RemoteJournal, RemoteMemory> obeyLatch() {
    return latch.news().map(this::cancelEverything).orElse(Effect().none());
  }

  private Effect<RemoteJournal, RemoteMemory> cancelEverything(StopReflex.Latch stop) {
    List<Job> jobs = new ArrayList<>();
    running.ifPresent(jobs::add);
    jobs.addAll(waiting.takeAll());
    running = Optional.empty();
    List<RemoteJournal> events = new ArrayList<>();
    events.add(new RemoteJournal.Latched(stop.why()));
    jobs.forEach(it ->
        events.add(new RemoteJournal.Ended(it.task().value(), TaskState.CANCELLED, stop.why())));
    return Effect()
        .persist(events)
        .thenRun(() -> jobs.forEach(it -> it.replyTo().tell(new BodyEvent.Cancelled(it.task()))));
  }

  private Effect<RemoteJournal, RemoteMemory> halt(ActorRef<BodyEvent.Halted> replyTo) {
    long begun = System.nanoTime();
    robot
        .halt()
        .thenRun(() -> replyTo.tell(new BodyEvent.Halted((System.nanoTime() - begun) / 1e6)));
    reflex.stop("told to halt");
    return obeyLatch();
  }

  private Effect<RemoteJournal, RemoteMemory> release(RemoteMemory memory) {
    reflex.release();
    robot.release();
    return memory.latched() ? Effect().persist(new RemoteJournal.Released()) : Effect().none();
  }

  private Effect<RemoteJournal, RemoteMemory> perform(
      RemoteMemory memory, BodyCommand.Perform command) {
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
    if (isRunning(task)) {
      running = Optional.of(job);
      if (started) {
        job.replyTo().tell(new BodyEvent.Started(task));
      }
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
    return memory.latched()
        ? Effect().persist(new RemoteJournal.Released()).thenRun(this::next)
        : Effect().none().thenRun(this::next);
  }

  private void next() {
    if (running.isPresent() || waiting.isEmpty() || reflex.isStopped()) {
      return;
    }
    Job job = waiting.next();
    running = Optional.of(job);
    started = false;
    robot.release();
    robot.begin(job.task(), job.what(), new ReportsToBody(job.task(), self));
  }

  private Effect<RemoteJournal, RemoteMemory> cancel(RemoteMemory memory, TaskId task) {
    if (isRunning(task)) {
      robot.cancel(task);
      timers.startSingleTimer(task, new Overdue(task), CANCEL_LIMIT);
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

  /** A robot that does not answer to a cancel is halted. */
  private Effect<RemoteJournal, RemoteMemory> overdue(TaskId task) {
    if (!isRunning(task)) {
      return Effect().none();
    }
    CompletionStage<Void> _ = robot.halt();
    return end(running.get(), TaskState.CANCELLED, "");
  }

  private Effect<RemoteJournal, RemoteMemory> reported(TaskId task, BodyEvent event) {
    if (!isRunning(task)) {
      return Effect().none();
    }
    Job job = running.get();
    return switch (event) {
      case BodyEvent.Started _ -> {
        started = true;
        job.replyTo().tell(event);
        yield Effect().none();
      }
      case BodyEvent.Progressed _, BodyEvent.Halted _ -> {
        job.replyTo().tell(event);
        yield Effect().none();
      }
      case BodyEvent.Done(_, String words) -> end(job, TaskState.DONE, words);
      case BodyEvent.Failed(_, String reason) -> end(job, TaskState.FAILED, reason);
      case BodyEvent.Cancelled _ -> end(job, TaskState.CANCELLED, "");
    };
  }

  /** Told when it is stored; then comes the next one. */
  private Effect<RemoteJournal, RemoteMemory> end(Job job, TaskState state, String words) {
    running = running.filter(it -> !it.task().equals(job.task()));
    timers.cancel(job.task());
    return Effect()
        .persist(new RemoteJournal.Ended(job.task().value(), state, words))
        .thenRun(() -> {
          job.replyTo().tell(new TaskEnd(state, words).event(job.task()));
          next();
        });
  }

  private boolean isRunning(TaskId task) {
    return running.filter(it -> it.task().equals(task)).isPresent();
  }
}
