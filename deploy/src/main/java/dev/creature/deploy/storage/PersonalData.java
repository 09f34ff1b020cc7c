package dev.creature.deploy.storage;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * What the journal holds of people: what they said and heard, what they asked for, what the
 * creature remembers, their devices. No creature may run meanwhile, except for {@link
 * #deleteConversationsBefore}. Calls block.
 */
public final class PersonalData {
  private static final String EVENTS =
      "SELECT \"persistence_id\", \"sequence_number\", \"write_timestamp\", \"event_payload\""
          + " FROM \"event_journal\" ORDER BY \"persistence_id\", \"sequence_number\"";

  private static final String SNAPSHOTS =
      "SELECT \"persistence_id\", \"sequence_number\", \"created\", \"snapshot_payload\""
          + " FROM \"snapshot\" ORDER BY \"persistence_id\", \"sequence_number\"";

  private static final String OLD =
      "\"persistence_id\" IN (SELECT \"persistence_id\" FROM \"event_journal\""
          + " WHERE \"persistence_id\" LIKE 'talk|%' GROUP BY \"persistence_id\""
          + " HAVING MAX(\"write_timestamp\") < ?)";

  private final Database database;

  /** That of a database, whose schema is up to date. */
  public PersonalData(Database database) {
    this.database = database;
  }

  /** Whether a node of a cluster said within the last 15 s that it lives. */
  public boolean isInUse() throws SQLException {
    return database.ask(connection -> {
      try (PreparedStatement count =
          connection.prepareStatement(
              "SELECT COUNT(*) FROM cluster_node WHERE seen_millis >"
                  + " CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT) - 15000")) {
        return one(count) > 0;
      }
    });
  }

  /**
   * Writes all of it, a JSON object a line: {@code of} whom, its {@code number}, {@code atMillis}
   * since 1970, and the {@code event} or {@code snapshot} as it is stored; then {@code device} with
   * {@code name} and {@code atMillis}, and {@code fact} with {@code about}, the {@code words} that
   * were told and {@code atMillis}. Keys and tokens are not in it.
   *
   * @return how many lines
   */
  public long export(Writer out) throws SQLException {
    return database.ask(connection ->
        stored(connection, EVENTS, "event", out)
            + stored(connection, SNAPSHOTS, "snapshot", out)
            + devices(connection, out)
            + facts(connection, out));
  }

  /**
   * Deletes all of it; the creature begins anew, and every device must be paired again.
   *
   * @return how many rows
   */
  public long deleteAll() throws SQLException {
    return database.ask(connection -> {
      long rows = 0;
      for (String table :
          List.of(
              "\"event_tag\"",
              "\"event_journal\"",
              "\"snapshot\"",
              "conversation_claim",
              "board_outbox",
              "household_fact",
              "paired_device")) {
        try (Statement delete = connection.createStatement()) {
          rows += delete.executeUpdate("DELETE FROM " + table);
        }
      }
      return rows;
    });
  }

  /**
   * Deletes conversations in which nothing was said since a moment. What the creature itself
   * remembers, which is the latest of all conversations, stays.
   *
   * @return how many conversations
   */
  public long deleteConversationsBefore(Instant moment) throws SQLException {
    long millis = moment.toEpochMilli();
    return database.ask(connection -> {
      long conversations =
          count(
              connection,
              "SELECT COUNT(DISTINCT \"persistence_id\") FROM \"event_journal\" WHERE " + OLD,
              millis);
      long _ = update(connection, "DELETE FROM \"snapshot\" WHERE " + OLD, millis);
      long _ =
          update(
              connection,
              "DELETE FROM conversation_claim WHERE 'talk|' || conversation IN"
                  + " (SELECT \"persistence_id\" FROM \"event_journal\" WHERE "
                  + OLD
                  + ")",
              millis);
      long _ = update(connection, "DELETE FROM \"event_journal\" WHERE " + OLD, millis);
      return conversations;
    });
  }

  private static long stored(Connection connection, String query, String kind, Writer out)
      throws SQLException {
    long lines = 0;
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(query)) {
      while (rows.next()) {
        String json = new String(rows.getBytes(4), StandardCharsets.UTF_8);
        write(
            out,
            "{\"of\":\"%s\",\"number\":%d,\"atMillis\":%d,\"%s\":%s}"
                .formatted(
                    quoted(rows.getString(1)), rows.getLong(2), rows.getLong(3), kind, json));
        lines++;
      }
    }
    return lines;
  }

  private static long devices(Connection connection, Writer out) throws SQLException {
    long lines = 0;
    try (Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery("SELECT name, paired_millis FROM paired_device ORDER BY id")) {
      while (rows.next()) {
        write(
            out,
            "{\"device\":{\"name\":\"%s\",\"atMillis\":%d}}"
                .formatted(quoted(rows.getString(1)), rows.getLong(2)));
        lines++;
      }
    }
    return lines;
  }

  private static long facts(Connection connection, Writer out) throws SQLException {
    long lines = 0;
    try (Statement select = connection.createStatement();
        ResultSet rows =
            select.executeQuery(
                "SELECT about, words, told_millis FROM household_fact ORDER BY told_millis")) {
      while (rows.next()) {
        write(
            out,
            "{\"fact\":{\"about\":\"%s\",\"words\":\"%s\",\"atMillis\":%d}}"
                .formatted(quoted(rows.getString(1)), quoted(rows.getString(2)), rows.getLong(3)));
        lines++;
      }
    }
    return lines;
  }

  private static void write(Writer out, String line) {
    try {
      out.write(line + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String text) {
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private static long count(Connection connection, String query, long millis) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setLong(1, millis);
      return one(select);
    }
  }

  private static long update(Connection connection, String sql, long millis) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setLong(1, millis);
      return delete.executeUpdate();
    }
  }

  private static long one(PreparedStatement select) throws SQLException {
    try (ResultSet rows = select.executeQuery()) {
      boolean _ = rows.next();
      return rows.getLong(1);
    }
  }
}
