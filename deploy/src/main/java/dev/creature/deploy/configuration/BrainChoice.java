package dev.creature.deploy.configuration;

import dev.creature.models.language.endpoint.EndpointSettings;
import dev.creature.models.language.endpoint.FallbackSettings;
import java.time.Duration;

/** What writes the replies. */
public sealed interface BrainChoice {
  /** The small model in this process. */
  record Embedded() implements BrainChoice {}

  /** One that knows more, and begins later. */
  sealed interface Better extends BrainChoice {}

  /** The better model in this process. */
  record Large() implements Better {}

  /** An endpoint, with the small model in this process behind it. */
  record Endpoint(EndpointSettings endpoint, FallbackSettings fallback) implements Better {}

  /**
   * The small model says the first clause, and a better one goes on from it.
   *
   * @param budget from the end of that clause until the better one must have begun
   */
  record Opened(Better better, Duration budget) implements BrainChoice {}
}
