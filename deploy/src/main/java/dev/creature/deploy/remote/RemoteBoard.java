package dev.creature.deploy.remote;

import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * The board of a creature in another process: takes the commands of a board, and asks that one over
 * HTTP. Looks at the tasks it handed in until they are over, and tells who listens. Nothing is kept
 * here; nothing here has to be told.
 */
public final class RemoteBoard {
  private static final Duration LOOK = Duration.ofMillis(300);

  private enum LookAgain implements TaskCommand {
    INSTANCE
  }

  private record Seen(TaskStatus status) implements TaskCommand {}

  private record Gone(TaskId task) implements TaskCommand {}

  /** A call that may be refused. */
  private interface Call {
    TaskStatus make() throws RunningNode.Refusal;
  }

  private final ActorContext<TaskCommand> context;
  private final RunningNode node;
  private final Executor calls;
  private final Set<ActorRef<TaskStatus>> listeners = new LinkedHashSet<>();
  private final Map<TaskId, TaskStatus> open = new HashMap<>();

  private RemoteBoard(ActorContext<TaskCommand> context, RunningNode node, Executor calls) {
    this.context = context;
    this.node = node;
    this.calls = calls;
  }

  /**
   * The board of that node.
   *
   * @param calls runs calls that block
   */
  public static Behavior<TaskCommand> create(RunningNode node, Executor calls) {
    return Behaviors.setup(context ->
        Behaviors.withTimers((TimerScheduler<TaskCommand> timers) -> {
          timers.startTimerWithFixedDelay(LookAgain.INSTANCE, LOOK);
          return new RemoteBoard(context, node, calls).running();
        }));
  }

  private Behavior<TaskCommand> running() {
    return Behaviors.receiveMessage(command -> {
      take(command);
      return Behaviors.same();
    });
  }

  private void take(TaskCommand command) {
    switch (command) {
      case TaskCommand.Request(var request, var replyTo) ->
          call(request.id(), () -> node.submit(request.id(), request.what()), replyTo::tell);
      case TaskCommand.Cancel(var task, _, var replyTo) ->
          call(task, () -> node.cancel(task), replyTo::tell);
      case TaskCommand.Get(var task, var replyTo) ->
          call(task, () -> node.look(task), replyTo::tell);
      case TaskCommand.Confirm(var task, var replyTo) ->
          replyTo.tell(
              new TaskCommand.Refused(task, "say yes to the creature itself, or tap it there"));
      case TaskCommand.GetAll(var replyTo) -> calls.execute(() -> replyTo.tell(all()));
      case TaskCommand.GetUntold(var replyTo) -> replyTo.tell(new TaskCommand.Tasks(List.of()));
      case TaskCommand.CancelAll _ ->
          List.copyOf(open.keySet()).forEach(it -> call(it, () -> node.cancel(it), _ -> {}));
      case TaskCommand.ClaimOutcome(var task, var replyTo) ->
          replyTo.tell(new TaskCommand.OutcomeClaim(task, false));
      case TaskCommand.Subscribe(var listener) -> {
        listeners.add(listener);
        context.watchWith(listener, new TaskCommand.Unsubscribe(listener));
      }
      case TaskCommand.Unsubscribe(var listener) -> listeners.remove(listener);
      case LookAgain _ -> List.copyOf(open.keySet()).forEach(this::look);
      case Seen(var status) -> seen(status);
      case Gone(var task) -> open.remove(task);
      // That one tells outcomes by itself.
      case TaskCommand _ -> {}
    }
  }

  private void look(TaskId task) {
    call(task, () -> node.look(task), _ -> {});
  }

  private void call(TaskId task, Call call, Consumer<TaskCommand.Reply> replyTo) {
    ActorRef<TaskCommand> self = context.getSelf();
    calls.execute(() -> {
      try {
        TaskStatus status = call.make();
        self.tell(new Seen(status));
        replyTo.accept(new TaskCommand.Known(status));
      } catch (RunningNode.Refusal refusal) {
        self.tell(new Gone(task));
        replyTo.accept(new TaskCommand.Refused(task, String.valueOf(refusal.getMessage())));
      }
    });
  }

  private TaskCommand.Tasks all() {
    try {
      return new TaskCommand.Tasks(node.all());
    } catch (RunningNode.Refusal refusal) {
      return new TaskCommand.Tasks(List.of());
    }
  }

  private void seen(TaskStatus status) {
    if (status.state().isFinal()) {
      open.remove(status.id());
    } else {
      open.put(status.id(), status);
    }
    listeners.forEach(it -> it.tell(status));
  }
}
