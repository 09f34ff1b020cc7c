package dev.creature.deploy.telemetry;

import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/**
 * Counts the tasks of the board by state. The board is one for all nodes of a creature, and each
 * node shows the same.
 */
public final class TaskMeters {
  private sealed interface Command {}

  private record Moved(TaskStatus status) implements Command {}

  private record Known(TaskCommand.Tasks tasks) implements Command {}

  private final Map<TaskState, AtomicInteger> open = new EnumMap<>(TaskState.class);
  private final Map<TaskState, Counter> ended = new EnumMap<>(TaskState.class);
  private final Map<TaskId, TaskState> states = new HashMap<>();

  private TaskMeters(Telemetry telemetry) {
    MeterRegistry registry = telemetry.meters();
    for (TaskState state : TaskState.values()) {
      String label = ConversationMeters.label(state);
      if (state.isFinal()) {
        ended.put(
            state,
            Counter.builder("creature.tasks.ended")
                .description("Tasks that came to an end while this node watched")
                .tag("state", label)
                .register(registry));
      } else {
        AtomicInteger count = new AtomicInteger();
        open.put(state, count);
        telemetry.gauge(
            "creature.tasks.open", "Tasks that are not over", count::get, "state", label);
      }
    }
  }

  /** Watches a board. */
  public static Behavior<Void> create(ActorRef<TaskCommand> board, Telemetry telemetry) {
    return Behaviors.setup(
            (ActorContext<Command> context) -> {
              board.tell(
                  new TaskCommand.Subscribe(context.messageAdapter(TaskStatus.class, Moved::new)));
              board.tell(
                  new TaskCommand.GetAll(
                      context.messageAdapter(TaskCommand.Tasks.class, Known::new)));
              TaskMeters meters = new TaskMeters(telemetry);
              return Behaviors.receiveMessage(command -> {
                switch (command) {
                  case Moved(TaskStatus status) -> meters.moved(status);
                  case Known(TaskCommand.Tasks tasks) ->
                      tasks.tasks().forEach(status -> meters.known(status));
                }
                return Behaviors.same();
              });
            })
        .unsafeCast();
  }

  private void moved(TaskStatus status) {
    TaskState before = states.get(status.id());
    if (status.state().isFinal()) {
      if (before != null) {
        states.remove(status.id());
        Optional.ofNullable(ended.get(status.state())).ifPresent(Counter::increment);
      }
    } else {
      states.put(status.id(), status.state());
    }
    count();
  }

  /** What was there before this node watched. */
  private void known(TaskStatus status) {
    if (!status.state().isFinal()) {
      states.putIfAbsent(status.id(), status.state());
    }
    count();
  }

  private void count() {
    open.forEach((state, count) ->
        count.set(Math.toIntExact(states.values().stream().filter(now -> now == state).count())));
  }
}
