package dev.creature.deploy.configuration;

import dev.creature.deploy.storage.Secret;
import dev.creature.deploy.telemetry.TelemetrySettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes settings of what is seen from outside of the configuration's values. */
final class TelemetryReader {
  private static final String VARIABLE = "creature.telemetry.scrape-token-env";
  private static final String FILE = "creature.telemetry.scrape-token-file";
  private static final String ENDPOINT = "creature.telemetry.otlp-endpoint";

  private final ConfigurationReader reader;
  private final Map<String, String> environment;

  TelemetryReader(ConfigurationReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.environment = environment;
  }

  TelemetrySettings settings() {
    Optional<Path> file = reader.file(FILE);
    String variable = reader.text(VARIABLE);
    reader.require(
        file.isEmpty() || variable.isEmpty(),
        FILE,
        "choose one of scrape-token-env and scrape-token-file");
    Secret token = token(file, variable);
    try {
      TelemetrySettings ofToken = new TelemetrySettings(token, "");
      return withEndpoint(ofToken, reader.text(ENDPOINT));
    } catch (IllegalArgumentException e) {
      throw reader.wrong(file.isPresent() ? FILE : VARIABLE, String.valueOf(e.getMessage()));
    }
  }

  private TelemetrySettings withEndpoint(TelemetrySettings settings, String endpoint) {
    try {
      return new TelemetrySettings(settings.scrapeToken(), endpoint);
    } catch (IllegalArgumentException e) {
      throw reader.wrong(ENDPOINT, String.valueOf(e.getMessage()));
    }
  }

  private Secret token(Optional<Path> file, String variable) {
    if (file.isPresent()) {
      try {
        return new Secret(Files.readString(file.get()).strip());
      } catch (IOException e) {
        throw reader.wrong(FILE, file.get() + " cannot be read");
      }
    }
    if (variable.isEmpty()) {
      return Secret.NONE;
    }
    String value = environment.get(variable);
    reader.require(value != null, VARIABLE, "there is no environment variable " + variable);
    return new Secret(String.valueOf(value).strip());
  }
}
