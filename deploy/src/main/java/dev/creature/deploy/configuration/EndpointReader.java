package dev.creature.deploy.configuration;

import dev.creature.models.language.endpoint.ApiKey;
import dev.creature.models.language.endpoint.EndpointSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes the settings of an endpoint of one section's values. */
final class EndpointReader {
  private final ConfigurationReader reader;
  private final Map<String, String> environment;
  private final String modelKey;
  private final String endpoint;
  private final EndpointSettings waits;

  /**
   * Reads what holds even while the endpoint is not used: a mistake shows when it is made.
   *
   * @param section with {@code model} and {@code endpoint}, such as {@code creature.brain.}
   */
  EndpointReader(ConfigurationReader reader, Map<String, String> environment, String section) {
    this.reader = reader;
    this.environment = environment;
    this.modelKey = section + "model";
    this.endpoint = section + "endpoint.";
    this.waits = waits();
  }

  /** All of the endpoint but where it is and its key. */
  private EndpointSettings waits() {
    return new EndpointSettings(
        URI.create("http://localhost"),
        "none",
        ApiKey.NONE,
        reader.time(endpoint + "connect-timeout"),
        reader.time(endpoint + "first-token-timeout"),
        reader.time(endpoint + "between-tokens-timeout"),
        reader.count(endpoint + "retries", 0, 10) + 1,
        reader.time(endpoint + "back-off"),
        reader.truth(endpoint + "extended-sampling"),
        reader.fields(endpoint + "extra-fields"));
  }

  /**
   * The endpoint; where it is must be written.
   *
   * @throws BadConfiguration when it cannot be used
   */
  EndpointSettings settings() {
    String url = endpoint + "url";
    String model = reader.text(endpoint + "model");
    needed(url, reader.text(url));
    needed(endpoint + "model", model);
    ApiKey key = apiKey();
    try {
      return new EndpointSettings(
          new URI(reader.text(url)),
          model,
          key,
          waits.connect(),
          waits.firstToken(),
          waits.betweenTokens(),
          waits.attempts(),
          waits.backOff(),
          waits.extendedSampling(),
          waits.extraFields());
    } catch (URISyntaxException e) {
      // Without quoting it: a password may stand in it.
      throw reader.wrong(url, "must be an address like http://localhost:11434/v1");
    } catch (IllegalArgumentException e) {
      throw reader.wrong(url, String.valueOf(e.getMessage()));
    }
  }

  private void needed(String key, String value) {
    if (value.isEmpty()) {
      throw reader.wrong(key, modelKey, "must be set, as " + modelKey + " is endpoint: " + key);
    }
  }

  private ApiKey apiKey() {
    String variableKey = endpoint + "api-key-env";
    String fileKey = endpoint + "api-key-file";
    String variable = reader.text(variableKey);
    Optional<Path> file = reader.file(fileKey);
    reader.require(
        variable.isEmpty() || file.isEmpty(), fileKey, "api-key-env is set, too; choose one");
    try {
      return file.map(ApiKey::ofFile)
          .orElseGet(
              () -> variable.isEmpty() ? ApiKey.NONE : ApiKey.ofEnvironment(environment, variable));
    } catch (IllegalArgumentException e) {
      throw reader.wrong(file.isPresent() ? fileKey : variableKey, String.valueOf(e.getMessage()));
    }
  }
}
