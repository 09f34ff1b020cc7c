package dev.creature.deploy.configuration;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Secret;

/** Makes settings of the journal of the configuration's values. */
record JournalReader(ConfigurationReader reader, SecretReader secrets) {
  private static final String JOURNAL = "creature.journal.";
  private static final String PASSWORD = JOURNAL + "password";

  JournalSettings settings() {
    String url = reader.text(JOURNAL + "url");
    try {
      return new JournalSettings(url, reader.text(JOURNAL + "user"), password());
    } catch (IllegalArgumentException e) {
      throw reader.wrong(JOURNAL + "url", String.valueOf(e.getMessage()));
    }
  }

  private Secret password() {
    Secret elsewhere = secrets.read(PASSWORD);
    String own = reader.text(PASSWORD);
    reader.require(
        own.isEmpty() || elsewhere.equals(Secret.NONE),
        secrets.key(PASSWORD),
        "choose one of password-env, password-file and password");
    return own.isEmpty() ? elsewhere : new Secret(own);
  }
}
