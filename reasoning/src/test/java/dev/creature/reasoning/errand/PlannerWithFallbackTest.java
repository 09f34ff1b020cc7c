package dev.creature.reasoning.errand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.body.WorldView;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.models.runtime.ModelFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerWithFallbackTest {
  private static final List<ToolOffer> TOOLS =
      List.of(new ToolOffer("do_physical_task", "does", "{\"type\": \"object\"}"));
  private static final WorldView HOUSE =
      new WorldView(
          1,
          0,
          List.of(new WorldView.RoomView("kitchen", new WorldView.AreaView(0, 0, 5, 5))),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new WorldView.RobotView(1, 1, 0, 0, 0.2, 0.3, 1, "", List.of()),
          Optional.empty(),
          "",
          false);

  private final ScriptedModel model = new ScriptedModel();
  private final PlannerWithFallback planner =
      PlannerWithFallback.recipesFirst(model, new HouseholdPlanner(() -> Optional.of(HOUSE)));

  @Test
  void doesByARecipeWhatThereIsARecipeFor() {
    ToolAnswer answer = now(ask("Find out whether there is any milk."));
    assertThat(answer.calls())
        .singleElement()
        .satisfies(call -> assertThat(call.id()).startsWith("step-"));
    assertThat(model.questions).isEmpty();
  }

  @Test
  void asksTheModelForTheRest() {
    ToolModel.Asking asking = ask("Prepare the bedroom for the night.");
    model.questions.remove().say("I can't.");
    assertThat(now(asking).words()).isEqualTo("I can't.");
  }

  @Test
  void recipesSpeakForAModelThatFails() {
    ToolModel.Asking asking = ask("Prepare the bedroom for the night.");
    model.questions.remove().answer().completeExceptionally(new ModelFailure("too slow"));
    assertThat(now(asking).words()).startsWith("I don't know how to do that");
  }

  private ToolModel.Asking ask(String request) {
    return planner.ask(
        "t", List.of(new ToolMessage.Instructions("Plan."), new ToolMessage.User(request)), TOOLS);
  }

  private static ToolAnswer now(ToolModel.Asking asking) {
    return asking.answer().toCompletableFuture().join();
  }
}
