package dev.creature.deploy.cluster;

import dev.creature.deploy.storage.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Rights that one owner has at a time, in PostgreSQL. Its clock alone decides when one ends: those
 * of the machines may differ.
 */
final class LeaseTable {
  private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

  private final Database database;

  LeaseTable(Database database) {
    this.database = database;
  }

  /** Takes or keeps it; answers whether it is the owner's now. Blocks. */
  boolean take(String name, String owner, Duration lasts) throws SQLException {
    return 1
        == database.ask(connection -> {
          try (PreparedStatement take =
              connection.prepareStatement(
                  "INSERT INTO node_lease AS held (name, owner, until_millis) VALUES (?, ?, "
                      + NOW
                      + " + ?) ON CONFLICT (name) DO UPDATE SET owner = EXCLUDED.owner,"
                      + " until_millis = EXCLUDED.until_millis"
                      + " WHERE held.owner = EXCLUDED.owner OR held.until_millis < "
                      + NOW)) {
            take.setString(1, name);
            take.setString(2, owner);
            take.setLong(3, lasts.toMillis());
            return take.executeUpdate();
          }
        });
  }

  /** Gives it back, where it is the owner's. Blocks. */
  void give(String name, String owner) throws SQLException {
    int _ =
        database.ask(connection -> {
          try (PreparedStatement give =
              connection.prepareStatement("DELETE FROM node_lease WHERE name = ? AND owner = ?")) {
            give.setString(1, name);
            give.setString(2, owner);
            return give.executeUpdate();
          }
        });
  }
}
