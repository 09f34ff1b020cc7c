package dev.creature.models.language.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** An endpoint model that talks to a peer of the tests. */
final class EndpointFixture {
  private static final ApiKey KEY = ApiKey.ofEnvironment(Map.of("KEY", "sk-secret"), "KEY");

  private EndpointFixture() {}

  /** What is usual, with little patience where a test would wait. */
  static EndpointSettings settings(URI address) {
    return new EndpointSettings(
        address,
        "tiny",
        KEY,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        3,
        Duration.ofMillis(5),
        true,
        Map.of("cache_prompt", true));
  }

  /** A model that asks the peer. */
  static EndpointLanguageModel model(ScriptedPeer peer) {
    return new EndpointLanguageModel(settings(peer.address()));
  }
}
