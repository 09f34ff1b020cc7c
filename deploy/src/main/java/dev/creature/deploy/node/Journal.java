package dev.creature.deploy.node;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.creature.deploy.storage.Database;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.Migrations;
import dev.creature.deploy.storage.Secret;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorSystem;
import org.slf4j.LoggerFactory;

/** The database that conversations, tasks and the simulated world are stored in. */
public final class Journal {
  private static final String CONFIGURATION = "dev/creature/deploy/configuration/journal.conf";
  private static final String KEY = "creature.journal.";
  private static final Duration SLOW = Duration.ofSeconds(30);

  private Journal() {}

  /**
   * What an actor system needs to store in this folder; goes on top of the defaults.
   *
   * @param dataFolder the file {@code journal.mv.db} appears there
   */
  public static Config in(Path dataFolder) {
    return of(JournalSettings.FILE.in(dataFolder));
  }

  /**
   * What an actor system needs to store where the settings say.
   *
   * @param settings with an address, see {@link JournalSettings#in}
   */
  public static Config of(JournalSettings settings) {
    boolean h2 = settings.dialect() == JournalSettings.Dialect.H2;
    Map<String, ?> chosen =
        Map.of(
            KEY + "url",
            settings.url(),
            KEY + "user",
            settings.user(),
            KEY + "password",
            settings.password().value(),
            KEY + "profile",
            h2 ? "slick.jdbc.H2Profile$" : "slick.jdbc.PostgresProfile$",
            KEY + "driver",
            h2 ? "org.h2.Driver" : "org.postgresql.Driver",
            // A file has one writer; a server has several nodes to serve.
            KEY + "connections",
            h2 ? 2 : 8,
            KEY + "idle-connections",
            h2 ? 1 : 4);
    return ConfigFactory.parseMap(chosen)
        .withFallback(ConfigFactory.parseResources(Journal.class.getClassLoader(), CONFIGURATION))
        .withFallback(ConfigFactory.load())
        .resolve();
  }

  /** Where an actor system stores that was started with {@link #of}. */
  public static JournalSettings settings(ActorSystem<?> system) {
    Config config = system.settings().config();
    return new JournalSettings(
        config.getString(KEY + "url"),
        config.getString(KEY + "user"),
        new Secret(config.getString(KEY + "password")));
  }

  /**
   * Makes the tables where there are none, and brings older ones up to date. Before the first
   * persistent actor starts.
   *
   * @throws IllegalStateException when the database can't be opened, such as when another node has
   *     its file
   */
  public static void prepare(ActorSystem<?> system) {
    JournalSettings settings = settings(system);
    try (Database database = Database.of(settings)) {
      int version = migrate(database);
      LoggerFactory.getLogger(Journal.class).debug("the journal's schema has version {}", version);
    } catch (SQLException e) {
      throw new IllegalStateException(
          settings.isShared()
              ? "the journal can't be opened: " + e.getMessage()
              : "the journal can't be opened;"
                  + " is another creature running on the same data folder?",
          e);
    }
  }

  /** Who is refused is told at once; a machine that is only slow is waited for. */
  private static int migrate(Database database) throws SQLException {
    long until = System.nanoTime() + SLOW.toNanos();
    while (true) {
      try {
        return Migrations.run(database);
      } catch (SQLTransientConnectionException late) {
        if (late.getCause() != null || System.nanoTime() > until) {
          throw late;
        }
      }
    }
  }
}
