package dev.creature.deploy.storage;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where the creature stores.
 *
 * @param url of JDBC, for H2 or PostgreSQL; empty for a file in the data folder
 * @param user who the database knows
 * @param password never logged, and never part of the address
 */
public record JournalSettings(String url, String user, Secret password) {
  /** An H2 file in the data folder. */
  public static final JournalSettings FILE = new JournalSettings("", "", Secret.NONE);

  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final String H2 = "jdbc:h2:";
  private static final String H2_FILE = H2 + "file:";

  /** How the database talks. */
  public enum Dialect {
    H2,
    POSTGRESQL
  }

  public JournalSettings {
    if (!url.isEmpty() && !url.startsWith(POSTGRESQL) && !url.startsWith(H2)) {
      throw new IllegalArgumentException(
          "must begin with jdbc:postgresql: or jdbc:h2:, such as"
              + " jdbc:postgresql://localhost/creature");
    }
    // Without quoting the address: it holds what should not be seen.
    if (url.toLowerCase(Locale.ROOT).contains("password=") || url.contains("@")) {
      throw new IllegalArgumentException("must not hold a password; write it under password");
    }
  }

  /** The same, with the file's address where nothing else was chosen; see {@link JournalFile}. */
  public JournalSettings in(Path dataFolder) {
    if (url.startsWith(H2_FILE)) {
      return new JournalSettings(JournalFile.url(url.substring(H2_FILE.length())), user, password);
    }
    if (!url.isEmpty()) {
      return this;
    }
    String file = dataFolder.toAbsolutePath().resolve("journal").toString();
    // Each commit is in the file before it is answered: what was accepted outlives kill -9. The
    // file is not made smaller as it is closed: a process that is killed while its latest pieces
    // are being moved may lose them.
    return new JournalSettings(
        JournalFile.url(file) + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;DATABASE_TO_UPPER=FALSE",
        "sa",
        Secret.NONE);
  }

  /** Whether several nodes can store there at once. */
  public boolean isShared() {
    return dialect() == Dialect.POSTGRESQL;
  }

  /** How the database talks. */
  public Dialect dialect() {
    return url.startsWith(POSTGRESQL) ? Dialect.POSTGRESQL : Dialect.H2;
  }
}
