package dev.creature.deploy.configuration;

import dev.creature.deploy.storage.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads secrets from where the configuration says that they are: they do not stand in it. */
final class SecretReader {
  private final ConfigurationReader reader;
  private final Map<String, String> environment;

  SecretReader(ConfigurationReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.environment = environment;
  }

  /**
   * The secret that {@code <name>-env} or {@code <name>-file} leads to.
   *
   * @return {@link Secret#NONE} when neither is set
   * @throws BadConfiguration when both are set, or nothing is there
   */
  Secret read(String name) {
    String variableKey = name + "-env";
    String fileKey = name + "-file";
    String variable = reader.text(variableKey);
    Optional<Path> file = reader.file(fileKey);
    reader.require(
        file.isEmpty() || variable.isEmpty(),
        fileKey,
        "choose one of " + last(variableKey) + " and " + last(fileKey));
    if (file.isPresent()) {
      try {
        return new Secret(Files.readString(file.get()).strip());
      } catch (IOException e) {
        throw reader.wrong(fileKey, file.get() + " cannot be read");
      }
    }
    if (variable.isEmpty()) {
      return Secret.NONE;
    }
    String value = environment.get(variable);
    reader.require(value != null, variableKey, "there is no environment variable " + variable);
    return new Secret(String.valueOf(value).strip());
  }

  /** The key that is to blame for what the secret is, once it was read. */
  String key(String name) {
    return reader.file(name + "-file").isPresent() ? name + "-file" : name + "-env";
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1);
  }
}
