package dev.creature.deploy.configuration;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Makes settings of the journal of the configuration's values. */
final class JournalReader {
  private static final String JOURNAL = "creature.journal.";

  private final ConfigurationReader reader;
  private final Map<String, String> environment;

  JournalReader(ConfigurationReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.environment = environment;
  }

  JournalSettings settings() {
    String url = reader.text(JOURNAL + "url");
    try {
      return new JournalSettings(url, reader.text(JOURNAL + "user"), password());
    } catch (IllegalArgumentException e) {
      throw reader.wrong(JOURNAL + "url", String.valueOf(e.getMessage()));
    }
  }

  private Secret password() {
    String variable = reader.text(JOURNAL + "password-env");
    Optional<Path> file = reader.file(JOURNAL + "password-file");
    String own = reader.text(JOURNAL + "password");
    int chosen = (variable.isEmpty() ? 0 : 1) + (file.isPresent() ? 1 : 0);
    reader.require(
        chosen + (own.isEmpty() ? 0 : 1) <= 1,
        JOURNAL + (file.isPresent() ? "password-file" : "password-env"),
        "choose one of password-env, password-file and password");
    if (!variable.isEmpty()) {
      String value = environment.get(variable);
      reader.require(
          value != null, JOURNAL + "password-env", "there is no environment variable " + variable);
      return new Secret(String.valueOf(value));
    }
    if (file.isPresent()) {
      try {
        return new Secret(Files.readString(file.get()).strip());
      } catch (IOException e) {
        throw reader.wrong(JOURNAL + "password-file", file.get() + " cannot be read");
      }
    }
    return new Secret(own);
  }
}
