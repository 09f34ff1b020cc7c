package dev.creature.deploy.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who has which conversation. A conversation is found by the key that its listener keeps; whoever
 * takes it gets a fence, higher than all before, without which nothing of it can be stored. Calls
 * block.
 */
public final class Claims {
  private final Database database;
  private final String node;
  private final InstantSource clock;

  /**
   * Those of a database.
   *
   * @param node that claims
   */
  public Claims(Database database, String node, InstantSource clock) {
    this.database = database;
    this.node = node;
    this.clock = clock;
  }

  /** A conversation that this node has now. */
  public record Claim(String conversation, long fence) {}

  /** Writes down a new conversation, with the fence 1. Once more changes nothing. */
  public void open(String key, String conversation) throws SQLException {
    int _ =
        database.ask(connection -> {
          if (find(connection, key).isPresent()) {
            return 0;
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO conversation_claim"
                      + " (conversation, key_hash, fence, node, changed_millis)"
                      + " VALUES (?, ?, 1, ?, ?)")) {
            insert.setString(1, conversation);
            insert.setString(2, hash(key));
            insert.setString(3, node);
            insert.setLong(4, clock.millis());
            return insert.executeUpdate();
          }
        });
  }

  /**
   * Takes the conversation with this key, from whichever node had it; nothing where there is none.
   */
  public Optional<Claim> take(String key) throws SQLException {
    return database.ask(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE conversation_claim SET fence = fence + 1, node = ?, changed_millis = ?"
                  + " WHERE key_hash = ?")) {
        update.setString(1, node);
        update.setLong(2, clock.millis());
        update.setString(3, hash(key));
        // The row is locked from here to the end of the transaction: the fence is this node's own.
        return update.executeUpdate() == 0 ? Optional.empty() : find(connection, key);
      }
    });
  }

  private static Optional<Claim> find(Connection connection, String key) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT conversation, fence FROM conversation_claim WHERE key_hash = ?")) {
      select.setString(1, hash(key));
      try (ResultSet rows = select.executeQuery()) {
        return rows.next()
            ? Optional.of(new Claim(rows.getString(1), rows.getLong(2)))
            : Optional.empty();
      }
    }
  }

  private static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
