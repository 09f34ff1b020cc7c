package dev.creature.deploy.configuration;

import dev.creature.models.language.endpoint.EndpointSettings;
import dev.creature.models.language.endpoint.FallbackSettings;

/** What writes the replies. */
public sealed interface BrainChoice {
  /** The small model in this process. */
  record Embedded() implements BrainChoice {}

  /** The better model in this process. */
  record Large() implements BrainChoice {}

  /** An endpoint, with the small model in this process behind it. */
  record Endpoint(EndpointSettings endpoint, FallbackSettings fallback) implements BrainChoice {}
}
