package dev.creature.deploy.node;

import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskStatus;
import dev.creature.deploy.cluster.BodyMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.TimerScheduler;

/**
 * The board of tasks as a node sees it that may not have it. What changes a task is sent again
 * until the board has answered, in order, one at a time: neither the death of the board's node nor
 * a journal that is away loses a task, and the task's id keeps it from being done twice. Who
 * listens keeps hearing when the board moves.
 */
final class DistantBoard {
  private static final Duration AGAIN = Duration.ofSeconds(2);

  private record Answered(TaskCommand.Reply reply) implements TaskCommand {}

  private record Moved(TaskStatus status) implements TaskCommand {}

  private record Listed(TaskCommand.Tasks tasks) implements TaskCommand {}

  /**
   * Wants to know when the board has answered all that it was asked.
   *
   * @param answered completed then, perhaps at once
   */
  record WhenAnswered(CompletableFuture<Void> answered) implements TaskCommand {}

  private enum Again implements TaskCommand {
    INSTANCE
  }

  /** A change that the board has not answered yet. */
  private record Change(TaskCommand command, ActorRef<TaskCommand.Reply> asker) {}

  private final Consumer<BodyMessage> region;
  private final TaskOutbox outbox;
  private final ActorRef<TaskCommand.Reply> answers;
  private final ActorRef<TaskStatus> changes;
  private final ActorRef<TaskCommand.Tasks> lists;
  private final ActorContext<TaskCommand> context;
  private final Deque<Change> waiting = new ArrayDeque<>();
  private final List<CompletableFuture<Void>> leaving = new ArrayList<>();
  private final Set<ActorRef<TaskStatus>> listeners = new LinkedHashSet<>();

  private DistantBoard(
      ActorContext<TaskCommand> context, Consumer<BodyMessage> region, TaskOutbox outbox) {
    this.outbox = outbox;
    this.context = context;
    this.region = region;
    this.answers = context.messageAdapter(TaskCommand.Reply.class, Answered::new);
    this.changes = context.messageAdapter(TaskStatus.class, Moved::new);
    this.lists = context.messageAdapter(TaskCommand.Tasks.class, Listed::new);
  }

  /**
   * Makes one.
   *
   * @param region where the board is found
   * @param outbox where changes outlive this node until the board has answered
   */
  static Behavior<TaskCommand> create(Consumer<BodyMessage> region, TaskOutbox outbox) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> new DistantBoard(context, region, outbox).start(timers)));
  }

  private Behavior<TaskCommand> start(TimerScheduler<TaskCommand> timers) {
    timers.startTimerWithFixedDelay(Again.INSTANCE, AGAIN);
    again();
    return Behaviors.receive(TaskCommand.class)
        .onMessage(TaskCommand.Request.class, it -> change(it, it.replyTo()))
        .onMessage(TaskCommand.Confirm.class, it -> change(it, it.replyTo()))
        .onMessage(TaskCommand.Cancel.class, it -> change(it, it.replyTo()))
        .onMessage(Answered.class, it -> answered(it.reply()))
        .onMessage(
            TaskCommand.Subscribe.class,
            it -> {
              if (listeners.add(it.listener())) {
                context.watchWith(it.listener(), new TaskCommand.Unsubscribe(it.listener()));
              }
              return Behaviors.same();
            })
        .onMessage(
            TaskCommand.Unsubscribe.class,
            it -> {
              listeners.remove(it.listener());
              return Behaviors.same();
            })
        .onMessage(
            Moved.class,
            it -> {
              listeners.forEach(listener -> listener.tell(it.status()));
              return Behaviors.same();
            })
        .onMessage(
            Listed.class,
            it -> {
              it.tasks()
                  .tasks()
                  .reversed()
                  .forEach(task -> listeners.forEach(listener -> listener.tell(task)));
              return Behaviors.same();
            })
        .onMessage(
            WhenAnswered.class,
            it -> {
              leaving.add(it.answered());
              return settle();
            })
        .onMessageEquals(
            Again.INSTANCE,
            () -> {
              again();
              return Behaviors.same();
            })
        .onMessage(
            TaskCommand.class,
            it -> {
              region.accept(new BodyMessage.ToBoard(it));
              return Behaviors.same();
            })
        .build();
  }

  private Behavior<TaskCommand> change(TaskCommand command, ActorRef<TaskCommand.Reply> asker) {
    outbox.asked(command);
    waiting.add(new Change(command, asker));
    if (waiting.size() == 1) {
      send();
    }
    return Behaviors.same();
  }

  private Behavior<TaskCommand> answered(TaskCommand.Reply reply) {
    Optional<Change> first = Optional.ofNullable(waiting.peekFirst());
    // An answer to one that was sent twice comes twice.
    if (first.filter(it -> task(it.command()).equals(reply.task().value())).isPresent()) {
      Change done = waiting.removeFirst();
      outbox.answered(done.command());
      done.asker().tell(reply);
      send();
    }
    return settle();
  }

  private Behavior<TaskCommand> settle() {
    if (waiting.isEmpty()) {
      leaving.forEach(answered -> answered.complete(null));
      leaving.clear();
    }
    return Behaviors.same();
  }

  /** The board may be a new one: it is asked to tell, and what it has not answered comes again. */
  private void again() {
    region.accept(new BodyMessage.ToBoard(new TaskCommand.Subscribe(changes)));
    if (!listeners.isEmpty()) {
      region.accept(new BodyMessage.ToBoard(new TaskCommand.GetAll(lists)));
    }
    send();
  }

  private void send() {
    Optional.ofNullable(waiting.peekFirst())
        .ifPresent(
            first -> region.accept(new BodyMessage.ToBoard(answeredTo(first.command(), answers))));
  }

  /** The same change, answered to somebody else. */
  static TaskCommand answeredTo(TaskCommand command, ActorRef<TaskCommand.Reply> answers) {
    return switch (command) {
      case TaskCommand.Request it -> new TaskCommand.Request(it.request(), answers);
      case TaskCommand.Confirm it -> new TaskCommand.Confirm(it.task(), answers);
      case TaskCommand.Cancel it -> new TaskCommand.Cancel(it.task(), it.why(), answers);
      default -> command;
    };
  }

  /** Which task a change is about. */
  static String task(TaskCommand command) {
    return switch (command) {
      case TaskCommand.Request it -> it.request().id().value();
      case TaskCommand.Confirm it -> it.task().value();
      case TaskCommand.Cancel it -> it.task().value();
      default -> "";
    };
  }
}
