package dev.creature.tools.mcp;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.BodyEvent;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.actors.task.TaskStatus;
import dev.creature.tools.physical.BadToolInput;
import dev.creature.tools.physical.DoPhysicalTask;
import dev.creature.tools.physical.PhysicalTaskJson;
import dev.creature.tools.physical.ToolSchema;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/** What can be asked of a body and its list of tasks, as JSON in and JSON out. Never blocks. */
public final class BodyTools {
  /** What a call may do. */
  enum Kind {
    LOOKS,
    ACTS,
    MAY_DESTROY
  }

  /** Does it; the stage fails with an exception whose message may be told. */
  @FunctionalInterface
  interface Deed {
    CompletionStage<String> begin(String json, BiConsumer<Double, String> progress);
  }

  /** One tool. */
  record Offer(
      String name, String description, Kind kind, ToolSchema input, ToolSchema output, Deed call) {}

  private static final Duration ANSWER = Duration.ofSeconds(5);

  private final ActorSystem<?> system;
  private final ActorRef<TaskCommand> board;
  private final ActorRef<BodyCommand> body;
  private final StopReflex reflex;
  private final Function<PhysicalTask, TaskRequest> policy;
  private final Duration patience;

  /**
   * Over that board and that body.
   *
   * @param policy decides whether a task may start; gives its request an id of its own
   * @param patience how long a task is waited for before the answer is how far it has come: shorter
   *     than the time after which a client gives up
   */
  public BodyTools(
      ActorSystem<?> system,
      ActorRef<TaskCommand> board,
      ActorRef<BodyCommand> body,
      StopReflex reflex,
      Function<PhysicalTask, TaskRequest> policy,
      Duration patience) {
    this.system = system;
    this.board = board;
    this.body = body;
    this.reflex = reflex;
    this.policy = policy;
    this.patience = patience;
  }

  List<Offer> offers() {
    return List.of(
        new Offer(
            "do_physical_task",
            "Does something with the body: goes, fetches, puts, opens, switches, shows. Answers"
                + " what came of it. A task that takes longer is still running then: ask get_task.",
            Kind.ACTS,
            PhysicalTaskJson.TASK,
            PhysicalTaskJson.STATUS,
            this::perform),
        new Offer(
            "list_tasks",
            "The tasks of the body, newest first.",
            Kind.LOOKS,
            BodyToolSchemas.LIMIT,
            BodyToolSchemas.TASKS,
            (json, _) -> list(BodyToolSchemas.limit(json))),
        new Offer(
            "get_task",
            "How one task stands.",
            Kind.LOOKS,
            BodyToolSchemas.ID,
            PhysicalTaskJson.STATUS,
            (json, _) -> reply(to -> new TaskCommand.Get(BodyToolSchemas.id(json), to))),
        new Offer(
            "confirm_task",
            "Lets a task start that awaits confirmation, because it can't be undone. Only after the"
                + " user has said yes to this very task.",
            Kind.MAY_DESTROY,
            BodyToolSchemas.ID,
            PhysicalTaskJson.STATUS,
            (json, _) -> reply(to -> new TaskCommand.Confirm(BodyToolSchemas.id(json), to))),
        new Offer(
            "cancel_task",
            "Takes one task back; the body leaves it in a safe posture.",
            Kind.ACTS,
            BodyToolSchemas.ID,
            PhysicalTaskJson.STATUS,
            (json, _) ->
                reply(to ->
                    new TaskCommand.Cancel(BodyToolSchemas.id(json), "it was taken back", to))),
        new Offer(
            "stop",
            "Halts the body at once and cancels all tasks. It refuses everything until release.",
            Kind.ACTS,
            BodyToolSchemas.NOTHING,
            BodyToolSchemas.LATCH,
            (_, _) -> stop()),
        new Offer(
            "release",
            "Lets the body move again after a stop. Only when the user wants it.",
            Kind.ACTS,
            BodyToolSchemas.NOTHING,
            BodyToolSchemas.LATCH,
            (_, _) -> release()));
  }

  private CompletionStage<String> perform(String json, BiConsumer<Double, String> progress) {
    TaskRequest request = policy.apply(PhysicalTaskJson.read(json));
    if (request.clearance() == Clearance.NEEDS_CONFIRMATION) {
      return reply(to -> new TaskCommand.Request(request, to));
    }
    CompletableFuture<String> result =
        new DoPhysicalTask(system, board, _ -> request)
            .call(request.id().value(), json, progress)
            .result()
            .toCompletableFuture();
    CompletableFuture<Boolean> over =
        result
            .thenApply(_ -> true)
            .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
    return over.thenCompose(isOver -> reply(to -> new TaskCommand.Get(request.id(), to)));
  }

  private CompletionStage<String> list(int most) {
    return AskPattern.<TaskCommand, TaskCommand.Tasks>ask(
            board, TaskCommand.GetAll::new, ANSWER, system.scheduler())
        .thenApply(all -> BodyToolSchemas.tasks(all.tasks().stream().limit(most).toList()));
  }

  private CompletionStage<String> reply(
      Function<ActorRef<TaskCommand.Reply>, TaskCommand> question) {
    return AskPattern.<TaskCommand, TaskCommand.Reply>ask(
            board, question::apply, ANSWER, system.scheduler())
        .thenApply(reply ->
            switch (reply) {
              case TaskCommand.Known(TaskStatus status) -> told(status);
              case TaskCommand.Unknown(TaskId id) ->
                  throw new BadToolInput("there is no task " + id);
              case TaskCommand.Refused(_, String reason) -> throw new BadToolInput(reason);
            });
  }

  /** Who asked has its outcome now. */
  private String told(TaskStatus status) {
    String json = PhysicalTaskJson.write(status);
    if (status.state().isFinal() && !status.told()) {
      board.tell(new TaskCommand.Told(status.id()));
    }
    return json;
  }

  private CompletionStage<String> stop() {
    reflex.stop("told to stop by MCP");
    return AskPattern.<BodyCommand, BodyEvent.Halted>ask(
            body, BodyCommand.Halt::new, ANSWER, system.scheduler())
        .thenApply(_ -> BodyToolSchemas.latch(true));
  }

  private CompletionStage<String> release() {
    reflex.release();
    body.tell(BodyCommand.Release.INSTANCE);
    return CompletableFuture.completedFuture(BodyToolSchemas.latch(false));
  }
}
