package dev.creature.deploy.configuration;

import dev.creature.deploy.storage.Secret;
import dev.creature.deploy.telemetry.TelemetrySettings;

/** Makes settings of what is seen from outside of the configuration's values. */
record TelemetryReader(ConfigurationReader reader, SecretReader secrets) {
  private static final String TOKEN = "creature.telemetry.scrape-token";
  private static final String ENDPOINT = "creature.telemetry.otlp-endpoint";

  TelemetrySettings settings() {
    Secret token = secrets.read(TOKEN);
    String key = secrets.key(TOKEN);
    try {
      TelemetrySettings ofToken = new TelemetrySettings(token, "");
      key = ENDPOINT;
      return new TelemetrySettings(ofToken.scrapeToken(), reader.text(ENDPOINT));
    } catch (IllegalArgumentException e) {
      throw reader.wrong(key, String.valueOf(e.getMessage()));
    }
  }
}
