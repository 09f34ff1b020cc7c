package dev.creature.actors.task.durable;

import dev.creature.actors.Stored;
import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.SupervisorStrategy;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.RecoveryCompleted;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;
import org.apache.pekko.persistence.typed.javadsl.SignalHandler;

/**
 * One physical task, durable: the shell around {@link TaskLife}. It stores what happened, then does
 * what follows, and offers an unfinished task to the body again after a restart and whenever the
 * body has been silent for {@link #SILENCE}.
 */
final class Task extends EventSourcedBehavior<Task.Message, TaskEvent, Task.State> {
  /** Then the body is asked again; it answers with the state it is in. */
  static final Duration SILENCE = Duration.ofSeconds(10);

  sealed interface Message {}

  /**
   * An input from outside.
   *
   * @param replyTo told how the task stands when it is stored
   */
  record Handle(TaskLife.Input input, Optional<ActorRef<TaskCommand.Reply>> replyTo)
      implements Message {}

  private record FromBody(BodyEvent event) implements Message {}

  private enum AskAgain implements Message {
    INSTANCE
  }

  record State(Optional<TaskRecord> task) implements Stored {}

  private final TaskId id;
  private final ActorRef<BodyCommand> body;
  private final ActorRef<TaskStatus> board;
  private final Clock clock;
  private final TimerScheduler<Message> timers;
  private final ActorRef<BodyEvent> fromBody;
  private double fraction01;

  private Task(
      TaskId id,
      ActorRef<BodyCommand> body,
      ActorRef<TaskStatus> board,
      Clock clock,
      ActorContext<Message> context,
      TimerScheduler<Message> timers) {
    super(
        PersistenceId.of("task", id.value()),
        SupervisorStrategy.restartWithBackoff(Duration.ofMillis(200), Duration.ofSeconds(10), 0.2));
    this.id = id;
    this.body = body;
    this.board = board;
    this.clock = clock;
    this.timers = timers;
    this.fromBody = context.messageAdapter(BodyEvent.class, FromBody::new);
  }

  /**
   * The task of this id, new or as it was left.
   *
   * @param board told each change, and how it stands once it is restored
   */
  static Behavior<Message> create(
      TaskId id, ActorRef<BodyCommand> body, ActorRef<TaskStatus> board, Clock clock) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> new Task(id, body, board, clock, context, timers)));
  }

  @Override
  public State emptyState() {
    return new State(Optional.empty());
  }

  @Override
  public EventHandler<State, TaskEvent> eventHandler() {
    return (state, event) -> new State(Optional.of(TaskLife.evolve(state.task(), event)));
  }

  @Override
  public SignalHandler<State> signalHandler() {
    return newSignalHandlerBuilder().onSignal(RecoveryCompleted.instance(), this::restored).build();
  }

  @Override
  public CommandHandler<Message, TaskEvent, State> commandHandler() {
    return (state, message) ->
        switch (message) {
          case Handle(TaskLife.Input input, Optional<ActorRef<TaskCommand.Reply>> replyTo) ->
              handle(state, input, replyTo);
          case FromBody(BodyEvent event) -> fromBody(state, event);
          case AskAgain _ -> handle(state, new TaskLife.Input.Recovered(), Optional.empty());
        };
  }

  private void restored(State state) {
    state
        .task()
        .ifPresent(task -> {
          carryOut(
              TaskLife.decide(state.task(), new TaskLife.Input.Recovered(), 0).effects(), state);
          board.tell(task.status(fraction01));
        });
  }

  private Effect<TaskEvent, State> fromBody(State state, BodyEvent event) {
    if (event instanceof BodyEvent.Progressed(_, double fraction, String words)) {
      fraction01 = fraction;
      listenForSilence(state);
      state
          .task()
          .filter(task -> !task.state().isFinal() && !task.cancelAsked())
          .ifPresent(task ->
              board.tell(task.in(task.state(), words, task.changedMillis()).status(fraction)));
      return Effect().none();
    }
    return handle(state, new TaskLife.Input.FromBody(event), Optional.empty());
  }

  private Effect<TaskEvent, State> handle(
      State state, TaskLife.Input input, Optional<ActorRef<TaskCommand.Reply>> replyTo) {
    TaskLife.Decision decision = TaskLife.decide(state.task(), input, clock.millis());
    if (decision.events().isEmpty()) {
      carryOut(decision.effects(), state);
      replyTo.ifPresent(asker -> asker.tell(reply(state, decision)));
      return Effect().none();
    }
    return Effect()
        .persist(decision.events())
        .thenRun((State after) -> {
          carryOut(decision.effects(), after);
          after.task().ifPresent(task -> board.tell(task.status(fraction01)));
          replyTo.ifPresent(asker -> asker.tell(reply(after, decision)));
        });
  }

  private TaskCommand.Reply reply(State state, TaskLife.Decision decision) {
    if (state.task().isEmpty()) {
      return new TaskCommand.Unknown(id);
    }
    return decision.refusal().isEmpty()
        ? new TaskCommand.Known(state.task().get().status(fraction01))
        : new TaskCommand.Refused(id, decision.refusal());
  }

  private void carryOut(List<TaskLife.Effect> effects, State state) {
    for (TaskLife.Effect effect : effects) {
      switch (effect) {
        case PERFORM ->
            state
                .task()
                .ifPresent(task ->
                    body.tell(new BodyCommand.Perform(id, task.request().what(), fromBody)));
        case CANCEL_AT_BODY -> body.tell(new BodyCommand.Cancel(id));
      }
    }
    listenForSilence(state);
  }

  private void listenForSilence(State state) {
    if (state.task().filter(TaskRecord::isAtBody).isPresent()) {
      timers.startSingleTimer(AskAgain.INSTANCE, SILENCE);
    } else {
      timers.cancel(AskAgain.INSTANCE);
    }
  }
}
