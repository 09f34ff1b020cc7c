package dev.creature.deploy.node;

import dev.creature.actors.body.WorldView;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.reasoning.errand.HouseholdPlanner;
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
 */
public record SlowThinking(
    ToolModel model, boolean open, List<Tool> tools, Supplier<Optional<WorldView>> world) {
  public SlowThinking {
    tools = List.copyOf(tools);
  }

  /** Recipes only, and the body's tool only. */
  public static SlowThinking byRecipes(Supplier<Optional<WorldView>> world) {
    return new SlowThinking(new HouseholdPlanner(world), false, List.of(), world);
  }
}
