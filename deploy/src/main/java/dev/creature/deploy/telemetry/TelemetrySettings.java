package dev.creature.deploy.telemetry;

import dev.creature.deploy.storage.Secret;

/**
 * What may be seen from outside.
 *
 * @param scrapeToken with which the metrics, and nothing else, may be read from another machine;
 *     {@link Secret#NONE} for nobody
 * @param otlpEndpoint where traces go by OTLP over HTTP, such as {@code http://localhost:4318};
 *     empty for nowhere, unless the OTEL_ variables name one
 */
public record TelemetrySettings(Secret scrapeToken, String otlpEndpoint) {
  /** Nothing leaves the node. */
  public static final TelemetrySettings NONE = new TelemetrySettings(Secret.NONE, "");

  private static final int SHORTEST_TOKEN = 16;

  public TelemetrySettings {
    if (!scrapeToken.value().isEmpty() && scrapeToken.value().length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          "a token has at least " + SHORTEST_TOKEN + " characters: it can be guessed otherwise");
    }
    if (!otlpEndpoint.isEmpty() && !otlpEndpoint.matches("https?://[^\\s]+")) {
      throw new IllegalArgumentException(
          "must be an address like http://localhost:4318, not " + otlpEndpoint);
    }
  }
}
