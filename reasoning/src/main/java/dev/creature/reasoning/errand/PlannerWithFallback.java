package dev.creature.reasoning.errand;

import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model, and the planner of recipes where the model fails before anything was done. Later
 * nobody else steps in: a plan that is half done is not begun anew by another.
 */
public final class PlannerWithFallback implements ToolModel {
  private static final Logger LOG = LoggerFactory.getLogger(PlannerWithFallback.class);

  private final ToolModel first;
  private final ToolModel second;
  private final Predicate<List<ToolMessage>> atOnce;

  public PlannerWithFallback(ToolModel first, ToolModel second) {
    this(first, second, _ -> false);
  }

  private PlannerWithFallback(
      ToolModel first, ToolModel second, Predicate<List<ToolMessage>> atOnce) {
    this.first = first;
    this.second = second;
    this.atOnce = atOnce;
  }

  /** For a small model: what there is a recipe for is done by the recipe, which does it better. */
  public static PlannerWithFallback recipesFirst(ToolModel model, HouseholdPlanner recipes) {
    return new PlannerWithFallback(model, recipes, recipes::knows);
  }

  @Override
  public String name() {
    return first.name();
  }

  @Override
  public Asking ask(String task, List<ToolMessage> messages, List<ToolOffer> tools) {
    boolean begun = messages.stream().anyMatch(ToolMessage.Result.class::isInstance);
    if (begun && !bySecond(messages)) {
      return first.ask(task, messages, tools);
    }
    if (begun || atOnce.test(messages)) {
      return second.ask(task, messages, tools);
    }
    Asking asked = first.ask(task, messages, tools);
    AtomicReference<Asking> now = new AtomicReference<>(asked);
    CompletableFuture<ToolAnswer> answer = new CompletableFuture<>();
    var _ =
        asked
            .answer()
            .whenComplete((given, failure) -> {
              if (failure == null) {
                answer.complete(given);
              } else if (cause(failure) instanceof CancellationException) {
                answer.completeExceptionally(failure);
              } else {
                LOG.info("recipes plan instead of {}: {}", first.name(), cause(failure).toString());
                Asking instead = second.ask(task, messages, tools);
                now.set(instead);
                instead
                    .answer()
                    .whenComplete((other, wrong) -> {
                      if (wrong == null) {
                        answer.complete(other);
                      } else {
                        answer.completeExceptionally(wrong);
                      }
                    });
              }
            });
    return new Asking() {
      @Override
      public CompletionStage<ToolAnswer> answer() {
        return answer;
      }

      @Override
      public void cancel() {
        now.get().cancel();
      }
    };
  }

  @Override
  public void prepare(List<ToolMessage> beginning, List<ToolOffer> tools) {
    first.prepare(beginning, tools);
  }

  /** The recipes mark their calls. */
  private static boolean bySecond(List<ToolMessage> messages) {
    return messages.reversed().stream()
        .filter(ToolMessage.Result.class::isInstance)
        .findFirst()
        .filter(it -> ((ToolMessage.Result) it).callId().startsWith("step-"))
        .isPresent();
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  @Override
  public void forget(String task) {
    first.forget(task);
    second.forget(task);
  }

  @Override
  public void close() {
    first.close();
    second.close();
  }
}
