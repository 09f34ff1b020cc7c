package dev.creature.deploy.storage;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Events in a journal, numbered; and time that goes by for its file. */
final class Rows {
  private static final long MINUTE_MILLIS = 60_000;

  private Rows() {}

  /** Stores an event in a transaction of its own; it is accepted when this returns. */
  static void store(Database database, long number) throws SQLException {
    int _ =
        database.ask(connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO \"event_journal\" (\"persistence_id\", \"sequence_number\","
                      + " \"writer\", \"write_timestamp\", \"adapter_manifest\","
                      + " \"event_payload\", \"event_ser_id\", \"event_ser_manifest\")"
                      + " VALUES (?, ?, 'w', 0, '', ?, 1, '')")) {
            insert.setString(1, "task|" + number % 7);
            insert.setLong(2, number);
            insert.setBytes(3, new byte[200 + Math.toIntExact(number * 37 % 700)]);
            return insert.executeUpdate();
          }
        });
  }

  /** The numbers that are there. */
  static Set<Long> stored(Database database) throws SQLException {
    return database.ask(connection -> {
      Set<Long> numbers = new HashSet<>();
      try (PreparedStatement query =
              connection.prepareStatement("SELECT \"sequence_number\" FROM \"event_journal\"");
          ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getLong(1));
        }
      }
      return numbers;
    });
  }

  /**
   * Lets a minute go by: H2 writes over what has not been needed for 45 s, and only then does it
   * write anywhere but at the end.
   */
  static void age(Path folder) throws Exception {
    Path file = folder.resolve("journal.mv.db");
    byte[] bytes = Files.readAllBytes(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (int at = 0; at < 2 * ChunkPlace.BLOCK_BYTES; at += ChunkPlace.BLOCK_BYTES) {
        String line = ChunkPlace.line(ByteBuffer.wrap(bytes), at, ChunkPlace.BLOCK_BYTES);
        Map<String, String> header = StoreHeader.checked(line).orElseThrow();
        header.put("created", Long.toHexString(ChunkPlace.hex(header, "created") - MINUTE_MILLIS));
        int _ = channel.write(ByteBuffer.wrap(StoreHeader.copy(header)), at);
      }
    }
  }
}
