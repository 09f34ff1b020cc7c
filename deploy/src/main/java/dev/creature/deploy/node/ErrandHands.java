package dev.creature.deploy.node;

import dev.creature.actors.intent.Permission;
import dev.creature.actors.task.Clearance;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskRequest;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.reasoning.errand.Hands;
import dev.creature.tools.physical.BadToolInput;
import dev.creature.tools.physical.DoPhysicalTask;
import dev.creature.tools.physical.PhysicalTaskJson;
import dev.creature.tools.physical.Reversibilities;
import dev.creature.tools.physical.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Has the steps of errands done: each call is checked by the tool's schema and asked of the policy
 * as anybody's; what moves the body becomes a durable task whose id is the call's.
 */
final class ErrandHands implements Hands {
  /** Asks the user about one deed. */
  @FunctionalInterface
  interface Question {
    /** Whether the user said yes. */
    CompletionStage<Boolean> ask(String callId, PhysicalTask task, Reversibility reversibility);
  }

  private final Deeds deeds;
  private final String origin;
  private final Question question;
  private final List<Tool> tools;

  /**
   * For one conversation.
   *
   * @param origin of the tasks
   * @param question asks the user where the policy wants a yes
   */
  ErrandHands(ActorSystem<?> system, Deeds deeds, String origin, Question question) {
    this.deeds = deeds;
    this.origin = origin;
    this.question = question;
    List<Tool> all = new ArrayList<>();
    all.add(new DoPhysicalTask(system, deeds.board(), this::request));
    all.addAll(deeds.thinking().tools());
    this.tools = List.copyOf(all);
  }

  /** Decided before the tool is called, so that a yes is asked for in the conversation. */
  private TaskRequest request(PhysicalTask task) {
    return new TaskRequest(
        new TaskId("decided"),
        task,
        Reversibilities.of(task),
        Clearance.ALLOWED,
        "",
        origin,
        Optional.empty());
  }

  @Override
  public List<ToolOffer> offers() {
    return tools.stream()
        .map(it -> new ToolOffer(it.name(), it.description(), it.input().text()))
        .map(deeds.thinking()::offered)
        .toList();
  }

  @Override
  public Doing begin(String callId, ToolCall call) {
    Optional<Tool> tool = tools.stream().filter(it -> it.name().equals(call.tool())).findFirst();
    if (tool.isEmpty()) {
      return over("there is no tool " + call.tool(), "I have no tool for that");
    }
    if (deeds.reflex().isStopped()) {
      return over("the user has stopped the body; do nothing more", "I was stopped");
    }
    try {
      tool.get().input().check(call.arguments());
      Reversibility reversibility = tool.get().reversibility(call.arguments());
      PhysicalTask task = described(tool.get(), call.arguments());
      return switch (deeds.gate().permits(task, reversibility)) {
        case Permission.ALLOW -> new Running(tool.get(), callId, call.arguments());
        case Permission.CONFIRM ->
            new Running(
                tool.get(), callId, call.arguments(), question.ask(callId, task, reversibility));
        case Permission.DENY -> over("this is not allowed", "I may not do that");
      };
    } catch (BadToolInput bad) {
      return over(
          "the arguments do not fit: "
              + bad.getMessage()
              + ". Call it again with arguments that fit"
              + " the schema.",
          "I could not make out the steps");
    } catch (RuntimeException failed) {
      return over("it failed: " + failed.getMessage(), "something went wrong");
    }
  }

  /** What a call is to the policy and to the user: of a foreign tool its name. */
  private static PhysicalTask described(Tool tool, String arguments) {
    return tool instanceof DoPhysicalTask
        ? PhysicalTaskJson.read(arguments)
        : new PhysicalTask(
            "use",
            Optional.of(tool.name().replaceAll("[_-]+", " ")),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>());
  }

  private static Doing over(String text, String words) {
    CompletionStage<Deed> deed = CompletableFuture.completedStage(new Deed(false, text, words));
    return new Doing() {
      @Override
      public CompletionStage<Deed> result() {
        return deed;
      }

      @Override
      public void cancel() {
        // It is over.
      }
    };
  }

  @Override
  public void told(List<String> callIds) {
    callIds.forEach(id -> deeds.board().tell(new TaskCommand.Told(new TaskId(id))));
  }

  /** A call that was allowed, or waits for its yes. */
  private static final class Running implements Doing {
    private final CompletableFuture<Deed> result = new CompletableFuture<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Optional<Tool.Call>> call =
        new AtomicReference<>(Optional.empty());

    Running(Tool tool, String callId, String arguments) {
      start(tool, callId, arguments);
    }

    Running(Tool tool, String callId, String arguments, CompletionStage<Boolean> answer) {
      var _ =
          answer.whenComplete((yes, failure) -> {
            if (cancelled.get()) {
              result.complete(new Deed(false, "it was taken back", "it was taken back"));
            } else if (failure == null && yes) {
              start(tool, callId, arguments);
            } else {
              result.complete(
                  new Deed(false, "the user said no; do not ask again", "you didn't say yes"));
            }
          });
    }

    private void start(Tool tool, String callId, String arguments) {
      try {
        Tool.Call begun = tool.call(callId, arguments, (_, _) -> {});
        call.set(Optional.of(begun));
        if (cancelled.get()) {
          begun.cancel();
        }
        var _ =
            begun
                .result()
                .whenComplete((json, failure) ->
                    result.complete(failure == null ? deed(tool, json) : failed(failure)));
      } catch (RuntimeException failure) {
        result.complete(failed(failure));
      }
    }

    private static Deed deed(Tool tool, String json) {
      if (!(tool instanceof DoPhysicalTask)) {
        return new Deed(true, json, "");
      }
      PhysicalTaskJson.Outcome outcome = PhysicalTaskJson.outcome(json);
      return new Deed(outcome.done(), json, outcome.note());
    }

    private static Deed failed(Throwable failure) {
      Throwable cause =
          failure instanceof CompletionException && failure.getCause() != null
              ? failure.getCause()
              : failure;
      String why = String.valueOf(cause.getMessage());
      return new Deed(false, "it failed: " + why, why);
    }

    @Override
    public CompletionStage<Deed> result() {
      return result;
    }

    @Override
    public void cancel() {
      cancelled.set(true);
      call.get().ifPresent(Tool.Call::cancel);
      if (call.get().isEmpty()) {
        result.complete(new Deed(false, "it was taken back", "it was taken back"));
      }
    }
  }
}
