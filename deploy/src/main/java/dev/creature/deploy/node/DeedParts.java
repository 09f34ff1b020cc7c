package dev.creature.deploy.node;

import dev.creature.actors.body.BodyCommand;
import dev.creature.actors.body.StopReflex;
import dev.creature.actors.body.WorldView;
import dev.creature.deploy.configuration.BodyChoice;
import dev.creature.deploy.configuration.DeedSettings;
import dev.creature.deploy.configuration.PlannerChoice;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.language.embedded.EmbeddedToolModel;
import dev.creature.models.language.endpoint.EndpointToolModel;
import dev.creature.models.language.tooluse.ToolModel;
import dev.creature.models.store.ModelFolder;
import dev.creature.reasoning.errand.HouseholdPlanner;
import dev.creature.reasoning.errand.Instructions;
import dev.creature.reasoning.errand.PlannerWithFallback;
import dev.creature.reasoning.policy.PolicyGate;
import dev.creature.tools.mcp.McpAddress;
import dev.creature.tools.mcp.McpFailure;
import dev.creature.tools.mcp.McpTools;
import dev.creature.tools.physical.Tool;
import dev.creature.tools.reachy.ReachyMiniBody;
import dev.creature.tools.rosbridge.GoalMapping;
import dev.creature.tools.rosbridge.RosbridgeBody;
import dev.creature.tools.simulator.SimulatedBody;
import dev.creature.tools.simulator.Simulation;
import dev.creature.tools.simulator.scene.ApartmentFile;
import dev.creature.tools.simulator.world.Apartment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.typed.Behavior;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@link Deeds} are made of, as the user configured it.
 *
 * @param body makes the body
 * @param policy says who may ask for what
 * @param thinking what plans errands, over the world as the body knows it
 */
public record DeedParts(
    Body body, PolicyGate policy, Function<Supplier<Optional<WorldView>>, SlowThinking> thinking) {
  private static final Logger LOG = LoggerFactory.getLogger(DeedParts.class);

  /** Makes a body. */
  @FunctionalInterface
  public interface Body {
    /**
     * The body's actor.
     *
     * @param name stays the same over restarts: the journal is found by it
     */
    Behavior<BodyCommand> make(String name, StopReflex reflex);
  }

  /**
   * By the user's settings. Starts the MCP servers and asks them for their tools, which may take a
   * while; one that is not to be had is left out, with a line in the log.
   *
   * @param models where a model that plans is
   * @throws dev.creature.models.store.MissingModel when it was not fetched
   * @throws IOException when the rule file cannot be read
   * @throws dev.creature.reasoning.policy.BadPolicy when a rule is not understood
   * @throws dev.creature.tools.simulator.scene.BadWorldFile when the world file is wrong
   */
  public static DeedParts of(DeedSettings settings, ModelFolder models) throws IOException {
    List<Tool> tools = new ArrayList<>();
    settings.servers().forEach((name, address) -> tools.addAll(toolsOf(name, address)));
    Optional<ToolModel> model =
        switch (settings.planner()) {
          case PlannerChoice.Recipes() -> Optional.empty();
          case PlannerChoice.Endpoint(var endpoint, var limit) ->
              Optional.of(new EndpointToolModel(endpoint, limit));
          case PlannerChoice.Embedded(var limit) ->
              Optional.of(
                  EmbeddedToolModel.of(models, EmbeddedLanguageModel.QWEN_CODER, limit, LOG::warn));
        };
    SlowThinking.Telling telling =
        settings.planner() instanceof PlannerChoice.Embedded
            ? new BriefTelling()
            : Instructions::of;
    return new DeedParts(
        body(settings.body()),
        policy(settings),
        world -> {
          HouseholdPlanner recipes = new HouseholdPlanner(world);
          boolean small = settings.planner() instanceof PlannerChoice.Embedded;
          ToolModel planner =
              model
                  .<ToolModel>map(it ->
                      small
                          ? PlannerWithFallback.recipesFirst(it, recipes)
                          : new PlannerWithFallback(it, recipes))
                  .orElse(recipes);
          return new SlowThinking(planner, model.isPresent(), tools, world, telling);
        });
  }

  /** The rules with the quiet hours. */
  public static PolicyGate policy(DeedSettings settings) throws IOException {
    PolicyGate rules =
        settings.rules().isPresent()
            ? PolicyGate.read(settings.rules().get())
            : PolicyGate.standard();
    return settings.quietHours().map(rules::withQuietHours).orElse(rules);
  }

  /** The body that was chosen. */
  public static Body body(BodyChoice choice) {
    return switch (choice) {
      case BodyChoice.Simulated(var file, long seed) -> {
        Apartment apartment =
            file.map(it -> ApartmentFile.read(it, seed)).orElseGet(() -> ApartmentFile.own(seed));
        yield (name, reflex) -> SimulatedBody.create(name, new Simulation(apartment), reflex);
      }
      case BodyChoice.Rosbridge(var settings) ->
          (name, reflex) -> RosbridgeBody.create(name, reflex, settings, GoalMapping.standard());
      case BodyChoice.Reachy(var daemon) ->
          (name, reflex) -> ReachyMiniBody.create(name, reflex, daemon);
    };
  }

  private static List<Tool> toolsOf(String name, McpAddress address) {
    try {
      McpTools server = McpTools.connect(name, address, McpTools.TIME_LIMIT);
      server.leftOut().forEach(it -> LOG.warn("a tool of an MCP server is left out: {}", it));
      return server.tools();
    } catch (McpFailure notThere) {
      LOG.warn("{}; its tools are left out", notThere.getMessage());
      return List.of();
    }
  }

  /** A fresh simulated apartment with recipes. */
  static DeedParts simulated(long seed) {
    try {
      return of(DeedSettings.usual(seed), ModelFolder.ofUser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
