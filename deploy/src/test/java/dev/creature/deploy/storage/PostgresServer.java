package dev.creature.deploy.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.creature.deploy.load.LocalPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL server of this machine's own package, and questions to it. */
public final class PostgresServer implements AutoCloseable {
  private final LocalPostgres server;

  private PostgresServer(LocalPostgres server) {
    this.server = server;
  }

  /** Skips the test, and says why, where there is none. */
  public static void assumeInstalled() {
    assumeTrue(
        LocalPostgres.isInstalled(), "there is no PostgreSQL: install the package postgresql");
  }

  /** Starts one with an empty database. */
  public static PostgresServer start() throws IOException, InterruptedException {
    return new PostgresServer(LocalPostgres.start(LocalPostgres.LOOPBACK));
  }

  /** Where it is, and who it knows. */
  public JournalSettings settings() {
    return server.settings();
  }

  /** Goes away as a machine does that is switched off. */
  public void stop() throws IOException, InterruptedException {
    server.stop();
  }

  /** Comes back; waits until it answers. */
  public void resume() throws IOException, InterruptedException {
    server.resume();
  }

  /** How many rows a query counts. */
  public long count(String query) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                settings().url(), settings().user(), settings().password().value());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      boolean _ = rows.next();
      return rows.getLong(1);
    }
  }

  /**
   * How many events of a kind the journal holds.
   *
   * @param id of whom, as a pattern of SQL
   */
  public long events(String id, String type) throws SQLException {
    return count(
        "SELECT COUNT(*) FROM event_journal WHERE persistence_id LIKE '"
            + id
            + "' AND position('\"type\":\""
            + type
            + "\"' IN convert_from(event_payload, 'UTF8')) > 0");
  }

  /**
   * Waits until the journal holds that many events of a kind: what a phone is told may be stored a
   * moment later.
   *
   * @return how many there are then, or when patience is over
   */
  public long awaitEvents(String id, String type, long count, Duration patience)
      throws SQLException {
    long deadline = System.nanoTime() + patience.toNanos();
    long held = events(id, type);
    while (held < count && System.nanoTime() < deadline) {
      held = events(id, type);
    }
    return held;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    server.close();
  }
}
