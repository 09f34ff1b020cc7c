package dev.creature.deploy.configuration;

import dev.creature.models.language.endpoint.EndpointSettings;
import java.time.Duration;

/** What plans errands that take several steps. */
public sealed interface PlannerChoice {
  /** Recipes over what the body knows of the world. */
  record Recipes() implements PlannerChoice {}

  /**
   * Qwen2.5-Coder in this process, with recipes behind it.
   *
   * @param limit for one step
   */
  record Embedded(Duration limit) implements PlannerChoice {}

  /**
   * An endpoint whose model calls tools, with recipes behind it.
   *
   * @param limit for one step
   */
  record Endpoint(EndpointSettings endpoint, Duration limit) implements PlannerChoice {}
}
