package dev.creature.actors.task.durable;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * All tasks of one body: takes requests, finds tasks again after a restart, links chains, and tells
 * who listens. Each task that is not over, or not told, has an entity of its own below it.
 *
 * <p>Tasks start one after another in the order of their requests, also after a restart: the next
 * entity is started when the one before it has told how it stands. A request is never dropped; it
 * is answered when it is stored.
 */
public final class TaskBoard extends EventSourcedBehavior<TaskCommand, BoardEvent, BoardState> {
  private record Changed(TaskStatus status) implements TaskCommand {}

  /** For an entity that is about to start. */
  private record Asked(TaskId task, Task.Handle what) {}

  private record Starting(TaskRequest request, Optional<ActorRef<TaskCommand.Reply>> replyTo) {}

  private final ActorRef<BodyCommand> body;
  private final Clock clock;
  private final ActorContext<TaskCommand> context;
  private final ActorRef<TaskStatus> changes;
  private final Map<TaskId, ActorRef<Task.Message>> entities = new HashMap<>();
  private final Map<TaskId, TaskStatus> now = new HashMap<>();
  private final Deque<Starting> waiting = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private final OutcomeClaims claims;
  private final Listeners<TaskStatus> listeners;
  private Optional<TaskId> starting = Optional.empty();

  private TaskBoard(
      String name, ActorRef<BodyCommand> body, Clock clock, ActorContext<TaskCommand> context) {
    super(
        PersistenceId.of("task-board", name),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.2));
    this.body = body;
    this.clock = clock;
    this.context = context;
    this.changes = context.messageAdapter(TaskStatus.class, Changed::new);
    this.claims = new OutcomeClaims(clock);
    this.listeners = Listeners.of(context, TaskCommand.Unsubscribe::new);
  }

  /**
   * The board of one body.
   *
   * @param name stays the same over restarts: the journal is found by it
   * @param body does the tasks
   * @param reflex when it is stopped, all tasks are cancelled
   */
  public static Behavior<TaskCommand> create(
      String name, ActorRef<BodyCommand> body, StopReflex reflex, Clock clock) {
    return Behaviors.setup(context -> {
      ActorRef<TaskCommand> self = context.getSelf();
      reflex.onStop(() -> self.tell(new TaskCommand.CancelAll("I was stopped")));
      return new TaskBoard(name, body, clock, context);
    });
  }

  @Override
  public BoardState emptyState() {
    return BoardState.EMPTY;
  }

  @Override
  public EventHandler<BoardState, BoardEvent> eventHandler() {
    return BoardState::after;
  }

  @Override
  public RetentionCriteria retentionCriteria() {
    return RetentionCriteria.snapshotEvery(200, 2).withDeleteEventsOnSnapshot();
  }

  @Override
  public SignalHandler<BoardState> signalHandler() {
    return newSignalHandlerBuilder().onSignal(RecoveryCompleted.instance(), this::restored).build();
  }

  @Override
  public CommandHandler<TaskCommand, BoardEvent, BoardState> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(TaskCommand.Request.class, this::request)
        .onCommand(
            TaskCommand.Confirm.class,
            (state, it) -> pass(state, it.task(), new TaskLife.Input.Confirm(), it.replyTo()))
        .onCommand(
            TaskCommand.Cancel.class,
            (state, it) ->
                pass(state, it.task(), new TaskLife.Input.Cancel(it.why()), it.replyTo()))
        .onCommand(TaskCommand.CancelAll.class, it -> cancelAll(it.why()))
        .onCommand(TaskCommand.Told.class, it -> told(it.task()))
        .onCommand(Changed.class, (state, it) -> changed(state, it.status()))
        .onCommand(TaskCommand.Get.class, this::get)
        .onCommand(
            TaskCommand.GetAll.class,
            (state, it) -> answer(() -> it.replyTo().tell(TaskLists.newestFirst(state, now))))
        .onCommand(
            TaskCommand.GetUntold.class,
            (state, it) -> answer(() -> it.replyTo().tell(TaskLists.untold(state, now))))
        .onCommand(
            TaskCommand.ClaimOutcome.class,
            (state, it) -> answer(() -> it.replyTo().tell(claims.claim(it.task(), state))))
        .onCommand(TaskCommand.Subscribe.class, it -> answer(() -> listeners.add(it.listener())))
        .onCommand(
            TaskCommand.Unsubscribe.class, it -> answer(() -> listeners.remove(it.listener())))
        .build();
  }

  private void restored(BoardState state) {
    state.tasks().values().stream()
        .filter(task -> !task.told())
        .forEach(task -> waiting.add(new Starting(task.request(), Optional.empty())));
    startNext();
  }

  private Effect<BoardEvent, BoardState> request(BoardState state, TaskCommand.Request command) {
    TaskRequest request = command.request();
    Optional<TaskRecord> known = state.find(request.id().value());
    if (known.isPresent()) {
      return pass(state, request.id(), new TaskLife.Input.Ask(request), command.replyTo());
    }
    if (request.after().filter(id -> state.find(id.value()).isEmpty()).isPresent()) {
      String reason = "there is no task " + request.after().get() + " to follow";
      return answer(() -> command.replyTo().tell(new TaskCommand.Refused(request.id(), reason)));
    }
    return Effect()
        .persist(new BoardEvent.Registered(StoredRequest.of(request), clock.millis()))
        .thenRun(() -> {
          waiting.add(new Starting(request, Optional.of(command.replyTo())));
          startNext();
        });
  }

  private void startNext() {
    if (starting.isPresent() || waiting.isEmpty()) {
      return;
    }
    Starting next = waiting.remove();
    TaskId id = next.request().id();
    starting = Optional.of(id);
    ActorRef<Task.Message> entity =
        context.spawn(Task.create(id, body, changes, clock), "task-" + id.value());
    entities.put(id, entity);
    entity.tell(new Task.Handle(new TaskLife.Input.Ask(next.request()), next.replyTo()));
    asked.stream().filter(it -> it.task().equals(id)).forEach(it -> entity.tell(it.what()));
    asked.removeIf(it -> it.task().equals(id));
  }

  /** Hands it to the task's entity; one that rests is over, and is answered for. */
  private Effect<BoardEvent, BoardState> pass(
      BoardState state, TaskId id, TaskLife.Input input, ActorRef<TaskCommand.Reply> replyTo) {
    return answer(() -> {
      Optional<ActorRef<Task.Message>> entity = Optional.ofNullable(entities.get(id));
      Optional<TaskRecord> known = state.find(id.value());
      if (entity.isPresent()) {
        entity.get().tell(new Task.Handle(input, Optional.of(replyTo)));
      } else if (known.isEmpty()) {
        replyTo.tell(new TaskCommand.Unknown(id));
      } else if (!known.get().told()) {
        asked.add(new Asked(id, new Task.Handle(input, Optional.of(replyTo))));
      } else {
        String refusal = TaskLife.decide(known, input, clock.millis()).refusal();
        replyTo.tell(
            refusal.isEmpty()
                ? new TaskCommand.Known(known.get().status(1))
                : new TaskCommand.Refused(id, refusal));
      }
    });
  }

  private Effect<BoardEvent, BoardState> get(BoardState state, TaskCommand.Get command) {
    return answer(() -> {
      Optional<TaskStatus> status = TaskLists.find(state, now, command.task());
      command
          .replyTo()
          .tell(
              status.isPresent()
                  ? new TaskCommand.Known(status.get())
                  : new TaskCommand.Unknown(command.task()));
    });
  }

  private Effect<BoardEvent, BoardState> cancelAll(String why) {
    return answer(() -> {
      Task.Handle cancel = new Task.Handle(new TaskLife.Input.Cancel(why), Optional.empty());
      entities.values().forEach(task -> task.tell(cancel));
      waiting.forEach(task -> asked.add(new Asked(task.request().id(), cancel)));
    });
  }

  private Effect<BoardEvent, BoardState> told(TaskId id) {
    return answer(() -> {
      Optional.ofNullable(entities.get(id))
          .ifPresent(
              task -> task.tell(new Task.Handle(new TaskLife.Input.Told(), Optional.empty())));
    });
  }

  private Effect<BoardEvent, BoardState> changed(BoardState state, TaskStatus status) {
    TaskId id = status.id();
    now.put(id, status);
    listeners.tell(status);
    if (starting.equals(Optional.of(id))) {
      starting = Optional.empty();
      startNext();
    }
    Optional<TaskRecord> known = state.find(id.value());
    if (known.isEmpty()) {
      return Effect().none();
    }
    if (!status.state().isFinal()) {
      if (status.state() == TaskState.ACCEPTED) {
        known
            .get()
            .request()
            .after()
            .flatMap(before -> state.find(before.value()))
            .ifPresent(before -> predecessorEnded(id, before.state()));
      }
      return Effect().none();
    }
    TaskRecord closed =
        new TaskRecord(
            known.get().stored(),
            status.state(),
            status.note(),
            false,
            status.askedMillis(),
            status.changedMillis(),
            status.told());
    if (closed.equals(known.get())) {
      return Effect().none();
    }
    return Effect()
        .persist(new BoardEvent.Closed(closed))
        .thenRun((BoardState after) -> {
          after.tasks().values().stream()
              .filter(task -> task.stored().after().equals(Optional.of(id.value())))
              .forEach(task -> predecessorEnded(new TaskId(task.stored().id()), status.state()));
          if (status.told()) {
            rest(id);
          }
        });
  }

  private void predecessorEnded(TaskId id, TaskState state) {
    Optional.ofNullable(entities.get(id))
        .ifPresent(task ->
            task.tell(
                new Task.Handle(new TaskLife.Input.PredecessorEnded(state), Optional.empty())));
  }

  private void rest(TaskId id) {
    now.remove(id);
    claims.forget(id);
    Optional.ofNullable(entities.remove(id)).ifPresent(context::stop);
  }

  private Effect<BoardEvent, BoardState> answer(Runnable what) {
    return Effect().none().thenRun(what::run);
  }
}
