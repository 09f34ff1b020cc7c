package dev.creature.deploy.cluster;

import dev.creature.deploy.storage.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Where nodes write down that they live, in PostgreSQL and by its clock. Calls block. */
final class NodeTable {
  private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

  private final Database database;

  NodeTable(Database database) {
    this.database = database;
  }

  /**
   * A node as it wrote itself down.
   *
   * @param free for how many more conversations it has room
   */
  record Row(
      String address, String machine, String url, String localUrl, boolean draining, int free) {
    Row with(boolean nowDraining, int nowFree) {
      return new Row(address, machine, url, localUrl, nowDraining, nowFree);
    }
  }

  /** Writes that this one lives, and reads which others did within so many milliseconds. */
  List<Row> beat(Row own, long withinMillis) throws SQLException {
    return database.ask(connection -> {
      write(connection, own);
      try (PreparedStatement select =
          connection.prepareStatement(
              "SELECT address, machine, url, local_url, draining, free_slots FROM cluster_node"
                  + " WHERE seen_millis > "
                  + NOW
                  + " - ? ORDER BY address")) {
        select.setLong(1, withinMillis);
        try (ResultSet rows = select.executeQuery()) {
          List<Row> all = new ArrayList<>();
          while (rows.next()) {
            all.add(
                new Row(
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getString(4),
                    rows.getBoolean(5),
                    rows.getInt(6)));
          }
          return all;
        }
      }
    });
  }

  /** Lives no more. */
  void remove(String address) throws SQLException {
    int _ =
        database.ask(connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement("DELETE FROM cluster_node WHERE address = ?")) {
            delete.setString(1, address);
            return delete.executeUpdate();
          }
        });
  }

  private static void write(Connection connection, Row own) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO cluster_node (address, machine, url, local_url, draining,"
                + " free_slots, seen_millis) VALUES (?, ?, ?, ?, ?, ?, "
                + NOW
                + ") ON CONFLICT (address) DO UPDATE SET machine = EXCLUDED.machine,"
                + " url = EXCLUDED.url, local_url = EXCLUDED.local_url,"
                + " draining = EXCLUDED.draining, free_slots = EXCLUDED.free_slots,"
                + " seen_millis = EXCLUDED.seen_millis")) {
      upsert.setString(1, own.address());
      upsert.setString(2, own.machine());
      upsert.setString(3, own.url());
      upsert.setString(4, own.localUrl());
      upsert.setBoolean(5, own.draining());
      upsert.setInt(6, own.free());
      int _ = upsert.executeUpdate();
    }
  }
}
