package dev.creature.deploy.node;

import dev.creature.actors.body.WorldView;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.language.tooluse.ToolOffer;
import dev.creature.reasoning.errand.HouseholdPlanner;
import dev.creature.reasoning.errand.Instructions;
import dev.creature.tools.physical.Tool;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the errands of all conversations share.
 *
 * @param model plans
 * @param open whether it is a language model, which may try what no recipe knows
 * @param tools beside the body's, such as those of MCP servers
 * @param world as the body knows it now; empty where it does not
 * @param telling puts into words what the model is told first
 */
public record SlowThinking(
    ToolModel model,
    boolean open,
    List<Tool> tools,
    Supplier<Optional<WorldView>> world,
    Telling telling) {
  /** What a model is told first. */
  @FunctionalInterface
  public interface Telling {
    /**
     * The rules, with the world and what is remembered.
     *
     * @param remembered facts about the user and the house, a sentence each, the weightiest first
     */
    String of(Optional<WorldView> world, List<String> remembered);

    /** A tool as the model gets it; what fits this schema fits the tool's own. */
    default ToolOffer offered(ToolOffer offer, Optional<WorldView> world) {
      return offer;
    }
  }

  public SlowThinking {
    tools = List.copyOf(tools);
  }

  /**
   * What the model is told first, about the world as it is now.
   *
   * @param remembered facts about the user and the house
   */
  String instructions(List<String> remembered) {
    return telling.of(world.get(), remembered);
  }

  /** A tool as the model gets it now. */
  ToolOffer offered(ToolOffer offer) {
    return telling.offered(offer, world.get());
  }

  /** Recipes only, and the body's tool only. */
  public static SlowThinking byRecipes(Supplier<Optional<WorldView>> world) {
    return new SlowThinking(new HouseholdPlanner(world), false, List.of(), world, Instructions::of);
  }
}
