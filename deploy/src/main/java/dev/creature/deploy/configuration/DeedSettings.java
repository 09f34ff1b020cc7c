package dev.creature.deploy.configuration;

import dev.creature.tools.mcp.McpAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What users configure of deeds.
 *
 * @param rules a policy rule file; none for the rules that come with the creature
 * @param quietHours such as {@code 22:00-07:00}: costly deeds then need a yes; none for no such
 *     hours
 * @param servers MCP servers whose tools it may use, by their short names
 * @param spoken whether spoken words become deeds at all; without it, only what comes over HTTP and
 *     MCP does
 */
public record DeedSettings(
    BodyChoice body,
    Optional<Path> rules,
    Optional<String> quietHours,
    Map<String, McpAddress> servers,
    PlannerChoice planner,
    boolean spoken) {
  public DeedSettings {
    servers = Map.copyOf(servers);
  }

  /** With another seed of the simulated world, where there is one. */
  public DeedSettings seeded(long seed) {
    return body instanceof BodyChoice.Simulated simulated
        ? new DeedSettings(
            new BodyChoice.Simulated(simulated.world(), seed),
            rules,
            quietHours,
            servers,
            planner,
            spoken)
        : this;
  }

  /** A simulated body, the usual rules, recipes, and no other tools. */
  public static DeedSettings usual(long seed) {
    return new DeedSettings(
        new BodyChoice.Simulated(Optional.empty(), seed),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        new PlannerChoice.Recipes(),
        true);
  }
}
