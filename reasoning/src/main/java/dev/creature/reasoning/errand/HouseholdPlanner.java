package dev.creature.reasoning.errand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.creature.actors.body.WorldView;
import dev.creature.models.language.tooluse.ToolAnswer;
import dev.creature.models.language.tooluse.ToolCall;
import dev.creature.models.language.tooluse.ToolMessage;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Plans without a language model: by recipes over what the body knows of the world. What it has no
 * recipe for it says so, and does nothing.
 */
public final class HouseholdPlanner implements ToolModel {
  private static final String TOOL = "do_physical_task";
  private static final String UNKNOWN =
      "I don't know how to do that in steps. Tell me one thing at a time, and I'll do it.";
  private static final JsonMapper JSON = new JsonMapper();

  private final Supplier<Optional<WorldView>> world;

  /**
   * A planner.
   *
   * @param world as it is now; empty while it is not known
   */
  public HouseholdPlanner(Supplier<Optional<WorldView>> world) {
    this.world = world;
  }

  @Override
  public String name() {
    return "household-recipes";
  }

  @Override
  public Asking ask(String task, List<ToolMessage> messages, List<ToolOffer> tools) {
    CompletionStage<ToolAnswer> answer = CompletableFuture.completedStage(answer(messages, tools));
    return new Asking() {
      @Override
      public CompletionStage<ToolAnswer> answer() {
        return answer;
      }

      @Override
      public void cancel() {
        // It is there already.
      }
    };
  }

  /** Whether there is a recipe for what the user asks for in this dialogue. */
  boolean knows(List<ToolMessage> messages) {
    return world.get().flatMap(now -> Recipe.of(request(messages), now)).isPresent();
  }

  private static String request(List<ToolMessage> messages) {
    return messages.stream()
        .filter(ToolMessage.User.class::isInstance)
        .map(it -> ((ToolMessage.User) it).text())
        .collect(Collectors.joining(" "));
  }

  private ToolAnswer answer(List<ToolMessage> messages, List<ToolOffer> tools) {
    String request = request(messages);
    if (tools.stream().noneMatch(it -> it.name().equals(TOOL))) {
      return words(UNKNOWN);
    }
    List<JsonNode> results = resultsOfLastPlan(messages);
    if (!results.isEmpty()) {
      return words(closing(messages, results));
    }
    Optional<WorldView> now = world.get();
    if (now.isEmpty()) {
      return words("I don't see my surroundings just now.");
    }
    Optional<Recipe> recipe = Recipe.of(request, now.get());
    if (recipe.isEmpty()) {
      return words(UNKNOWN);
    }
    List<ToolCall> calls = new ArrayList<>();
    recipe
        .get()
        .steps()
        .forEach(step ->
            calls.add(
                new ToolCall(
                    "step-" + (messages.size() + calls.size()),
                    TOOL,
                    JSON.valueToTree(step).toString())));
    // With calls these words are kept for the end; without any they are the answer.
    return new ToolAnswer(recipe.get().closing(), calls);
  }

  private static String closing(List<ToolMessage> messages, List<JsonNode> results) {
    String planned =
        messages.reversed().stream()
            .filter(ToolMessage.Answered.class::isInstance)
            .map(it -> ((ToolMessage.Answered) it).answer().words())
            .findFirst()
            .orElse("");
    List<JsonNode> failed =
        results.stream().filter(it -> !it.path("state").asText().equals("done")).toList();
    String note = results.getFirst().path("note").asText();
    if (planned.isEmpty()) {
      return (failed.isEmpty() ? "Yes. " : "No. ") + note;
    }
    if (failed.isEmpty()) {
      return planned;
    }
    return "I did "
        + (results.size() - failed.size())
        + " of "
        + results.size()
        + " things. "
        + failed.getFirst().path("note").asText("Something went wrong");
  }

  private static List<JsonNode> resultsOfLastPlan(List<ToolMessage> messages) {
    List<JsonNode> results = new ArrayList<>();
    for (ToolMessage message : messages.reversed()) {
      if (!(message instanceof ToolMessage.Result result)) {
        break;
      }
      results.addFirst(tree(result.text()));
    }
    return results;
  }

  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException _) {
      return JSON.createObjectNode().put("state", "failed").put("note", text);
    }
  }

  private static ToolAnswer words(String words) {
    return new ToolAnswer(words, List.of());
  }

  @Override
  public void forget(String task) {
    // Nothing is kept.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
