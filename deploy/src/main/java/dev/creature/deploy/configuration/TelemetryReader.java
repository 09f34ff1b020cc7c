package dev.creature.deploy.configuration;

import dev.creature.deploy.storage.Secret;
import dev.creature.deploy.telemetry.TelemetrySettings;
import java.util.Map;

/** Makes settings of what is seen from outside of the configuration's values. */
final class TelemetryReader {
  private static final String TOKEN = "creature.telemetry.scrape-token";
  private static final String ENDPOINT = "creature.telemetry.otlp-endpoint";

  private final ConfigurationReader reader;
  private final SecretReader secrets;

  TelemetryReader(ConfigurationReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.secrets = new SecretReader(reader, environment);
  }

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
