package dev.creature.deploy.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Brings the schema to the version that this program knows, a step at a time, each once.
 *
 * <p>Nodes of two versions may share a database while they are updated one by one: a step says
 * which older version still works beside it, and a program that is older than that does not start.
 */
public final class Migrations {
  private static final List<String> STEPS =
      List.of("V1__journal.sql", "V2__cluster.sql", "V3__room_and_outbox.sql", "V4__household.sql");
  private static final String COMPATIBLE = "-- compatible: ";

  /** Any number, the same for all nodes. */
  private static final long LOCK = 7_274_001L;

  private Migrations() {}

  /** The version that this program knows. */
  public static int known() {
    return STEPS.size();
  }

  /**
   * Takes the steps that are missing.
   *
   * @return the version that the schema has now
   * @throws SQLException when the database is away, or a step fails; steps before it stay
   * @throws IllegalStateException when the schema is too new for this program
   */
  public static int run(Database database) throws SQLException {
    JournalSettings.Dialect dialect = database.dialect();
    return database.ask(connection -> {
      if (dialect == JournalSettings.Dialect.POSTGRESQL) {
        execute(connection, "SELECT pg_advisory_xact_lock(" + LOCK + ")");
      }
      execute(
          connection,
          "CREATE TABLE IF NOT EXISTS creature_schema (version INT NOT NULL PRIMARY KEY,"
              + " name VARCHAR(200) NOT NULL, compatible INT NOT NULL)");
      int version = version(connection);
      for (int next = version + 1; next <= STEPS.size(); next++) {
        step(connection, next, dialect);
      }
      return Math.max(version, STEPS.size());
    });
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT COALESCE(MAX(version), 0), COALESCE(MAX(compatible), 0)"
                    + " FROM creature_schema")) {
      boolean _ = rows.next();
      if (rows.getInt(2) > STEPS.size()) {
        throw new IllegalStateException(
            "the journal was written by a newer creature (schema "
                + rows.getInt(1)
                + ", this one knows "
                + STEPS.size()
                + "): update this one");
      }
      return rows.getInt(1);
    }
  }

  private static void step(Connection connection, int version, JournalSettings.Dialect dialect)
      throws SQLException {
    String name = STEPS.get(version - 1);
    String script = script(dialect.name().toLowerCase(Locale.ROOT) + "/" + name);
    int compatible =
        script
            .lines()
            .filter(line -> line.startsWith(COMPATIBLE))
            .map(line -> Integer.parseInt(line.substring(COMPATIBLE.length()).strip()))
            .findFirst()
            .orElse(version);
    String statements =
        script.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
    for (String statement : statements.split(";")) {
      if (!statement.isBlank()) {
        execute(connection, statement);
      }
    }
    try (PreparedStatement done =
        connection.prepareStatement(
            "INSERT INTO creature_schema (version, name, compatible) VALUES (?, ?, ?)")) {
      done.setInt(1, version);
      done.setString(2, name);
      done.setInt(3, compatible);
      int _ = done.executeUpdate();
    }
  }

  private static void execute(Connection connection, String statement) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      boolean _ = sql.execute(statement);
    }
  }

  private static String script(String name) {
    try (InputStream in = Migrations.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
