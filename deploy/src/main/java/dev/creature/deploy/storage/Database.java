package dev.creature.deploy.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Connections to the database, beside those of the journal. Calls block: not for an actor's thread;
 * {@link #later} asks on a virtual thread.
 */
public final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final JournalSettings settings;
  private final HikariDataSource source;

  private Database(JournalSettings settings, HikariDataSource source) {
    this.settings = settings;
    this.source = source;
  }

  /**
   * Where the settings say; nothing is asked yet.
   *
   * @param settings with an address, see {@link JournalSettings#in}
   */
  public static Database of(JournalSettings settings) {
    // Made without an argument it opens its pool at the first question, not now.
    HikariDataSource config = new HikariDataSource();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password().value());
    config.setPoolName("creature-shared");
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PATIENCE.toMillis() / 2);
    // A database that is away at the start may come.
    config.setInitializationFailTimeout(-1);
    if (settings.dialect() == JournalSettings.Dialect.POSTGRESQL) {
      // Who comes from a node that died does not wait for a connection to be made.
      config.setMinimumIdle(2);
      config.addDataSourceProperty("socketTimeout", "5");
      config.addDataSourceProperty("connectTimeout", "2");
      config.addDataSourceProperty("ApplicationName", "creature");
    }
    return new Database(settings, config);
  }

  /** How it talks. */
  public JournalSettings.Dialect dialect() {
    return settings.dialect();
  }

  /** A question to the database. */
  public interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /**
   * Asks, in one transaction.
   *
   * @throws SQLException when the database is away, or does not like it; nothing is changed then
   */
  public <T> T ask(Question<T> question) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T answer = question.ask(connection);
        connection.commit();
        return answer;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    }
  }

  /** Asks on a thread of its own. */
  public <T> CompletionStage<T> later(Question<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("database")
        .start(() -> {
          try {
            answer.complete(ask(question));
          } catch (SQLException | RuntimeException failed) {
            answer.completeExceptionally(failed);
          }
        });
    return answer;
  }

  @Override
  public void close() {
    source.close();
  }
}
