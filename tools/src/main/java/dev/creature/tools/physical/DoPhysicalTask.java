package dev.creature.tools.physical;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskStatus;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Props;
import org.apache.pekko.actor.typed.javadsl.Behaviors;

/** The tool that moves the body: writes a task down and waits for what comes of it. */
public final class DoPhysicalTask implements Tool {
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ActorSystem<?> system;
  private final ActorRef<TaskCommand> board;
  private final Function<PhysicalTask, TaskRequest> policy;

  /**
   * The tool over that board.
   *
   * @param policy decides whether a task may start and says why not; the id of its request is
   *     replaced by the call's
   */
  public DoPhysicalTask(
      ActorSystem<?> system,
      ActorRef<TaskCommand> board,
      Function<PhysicalTask, TaskRequest> policy) {
    this.system = system;
    this.board = board;
    this.policy = policy;
  }

  @Override
  public String name() {
    return "do_physical_task";
  }

  @Override
  public String description() {
    return "Does something with the body: goes, fetches, puts, opens, switches, shows. Ends when it"
        + " is done or can't be done, and says what came of it.";
  }

  @Override
  public ToolSchema input() {
    return PhysicalTaskJson.TASK;
  }

  @Override
  public ToolSchema output() {
    return PhysicalTaskJson.STATUS;
  }

  @Override
  public Reversibility reversibility(String json) {
    return Reversibilities.of(PhysicalTaskJson.read(json));
  }

  @Override
  public Duration timeLimit() {
    return LONGEST;
  }

  @Override
  public Call call(String callId, String json, BiConsumer<Double, String> progress) {
    TaskRequest decided = policy.apply(PhysicalTaskJson.read(json));
    TaskRequest request =
        new TaskRequest(
            new TaskId(callId),
            decided.what(),
            decided.reversibility(),
            decided.clearance(),
            decided.reason(),
            decided.origin(),
            decided.after());
    CompletableFuture<String> result = new CompletableFuture<>();
    system.systemActorOf(
        following(request, progress, result),
        "call-" + callId + "-" + System.nanoTime(),
        Props.empty());
    return new Call() {
      @Override
      public CompletionStage<String> result() {
        return result;
      }

      @Override
      public void cancel() {
        board.tell(new TaskCommand.Cancel(request.id(), "it was taken back", system.ignoreRef()));
      }
    };
  }

  private sealed interface Message {}

  private record Replied(TaskCommand.Reply reply) implements Message {}

  private record Changed(TaskStatus status) implements Message {}

  private enum TooLong implements Message {
    INSTANCE
  }

  private Behavior<Message> following(
      TaskRequest request, BiConsumer<Double, String> progress, CompletableFuture<String> result) {
    return Behaviors.setup(context ->
        Behaviors.withTimers(timers -> {
          timers.startSingleTimer(TooLong.INSTANCE, LONGEST);
          board.tell(
              new TaskCommand.Subscribe(context.messageAdapter(TaskStatus.class, Changed::new)));
          board.tell(
              new TaskCommand.Request(
                  request, context.messageAdapter(TaskCommand.Reply.class, Replied::new)));
          return Behaviors.receiveMessage(message ->
              switch (message) {
                case Replied(TaskCommand.Known(TaskStatus status)) ->
                    changed(request.id(), status, progress, result);
                case Replied(TaskCommand.Refused(_, String reason)) -> failed(result, reason);
                case Replied(TaskCommand.Unknown(TaskId id)) ->
                    failed(result, "there is no task " + id);
                case Changed(TaskStatus status) -> changed(request.id(), status, progress, result);
                case TooLong _ -> {
                  board.tell(
                      new TaskCommand.Cancel(
                          request.id(), "it took too long", context.getSystem().ignoreRef()));
                  yield Behaviors.same();
                }
              });
        }));
  }

  private static Behavior<Message> changed(
      TaskId id,
      TaskStatus status,
      BiConsumer<Double, String> progress,
      CompletableFuture<String> result) {
    if (!status.id().equals(id)) {
      return Behaviors.same();
    }
    if (!status.state().isFinal()) {
      progress.accept(status.fraction01(), status.note());
      return Behaviors.same();
    }
    result.complete(PhysicalTaskJson.write(status));
    return Behaviors.stopped();
  }

  private static Behavior<Message> failed(CompletableFuture<String> result, String reason) {
    result.completeExceptionally(new BadToolInput(reason));
    return Behaviors.stopped();
  }
}
