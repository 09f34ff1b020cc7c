package dev.creature.deploy.node;

import dev.creature.actors.task.TaskCommand;
import dev.creature.deploy.storage.Database;
import java.io.NotSerializableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox of all nodes, a table of PostgreSQL. Written by a thread of its own, in order; while
 * the database is away it waits, as the board does, which needs the same one.
 */
final class SharedOutbox implements TaskOutbox, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SharedOutbox.class);
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";

  /** The node that was asked has it done sooner, as long as it lives. */
  private static final long SETTLED_MILLIS = 1_000;

  /** Nobody wants a deed any more that was asked for so long ago. */
  private static final long STALE_MILLIS = 600_000;

  private final Database database;
  private final SerializerWithStringManifest crossing;
  private final BlockingQueue<Database.Question<Integer>> writes = new LinkedBlockingQueue<>();
  private final Thread writer;

  /**
   * The one in a database.
   *
   * @param crossing what makes bytes of messages that cross nodes
   */
  SharedOutbox(Database database, SerializerWithStringManifest crossing) {
    this.database = database;
    this.crossing = crossing;
    this.writer = Thread.ofVirtual().name("task-outbox").start(this::write);
  }

  @Override
  public void asked(TaskCommand change) {
    // Now: the one who asked may be gone later.
    byte[] message = crossing.toBinary(change);
    writes.add(connection -> {
      if (change instanceof TaskCommand.Cancel) {
        // What was taken back is not to be done, whether or not the board knows it.
        int _ = delete(connection, task(change), TaskCommand.Request.class.getSimpleName());
      }
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO board_outbox (task, kind, form, message, asked_millis)"
                  + " VALUES (?, ?, ?, ?, "
                  + NOW
                  + ") ON CONFLICT DO NOTHING")) {
        insert.setString(1, task(change));
        insert.setString(2, kind(change));
        insert.setString(3, crossing.manifest(change));
        insert.setBytes(4, message);
        return insert.executeUpdate();
      }
    });
  }

  @Override
  public void answered(TaskCommand change) {
    writes.add(connection -> delete(connection, task(change), kind(change)));
  }

  /** What the board has not answered for a while, oldest first; forgets what nobody wants. */
  CompletionStage<List<TaskCommand>> waiting() {
    return database.later(connection -> {
      try (PreparedStatement forget =
          connection.prepareStatement(
              "DELETE FROM board_outbox WHERE asked_millis < " + NOW + " - " + STALE_MILLIS)) {
        int _ = forget.executeUpdate();
      }
      try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT message, form FROM board_outbox WHERE asked_millis < "
                      + NOW
                      + " - "
                      + SETTLED_MILLIS
                      + " ORDER BY asked_millis, task");
          ResultSet rows = select.executeQuery()) {
        List<TaskCommand> found = new ArrayList<>();
        while (rows.next()) {
          read(rows.getBytes(1), rows.getString(2)).ifPresent(found::add);
        }
        return found;
      }
    });
  }

  /** Nothing of a version that this one does not know: a node of that version reads it. */
  private Optional<TaskCommand> read(byte[] message, String form) {
    try {
      return crossing.fromBinary(message, form) instanceof TaskCommand change
          ? Optional.of(change)
          : Optional.empty();
    } catch (NotSerializableException unknown) {
      LOG.warn("a change to a task cannot be read: {}", unknown.toString());
      return Optional.empty();
    }
  }

  private void write() {
    try {
      while (true) {
        Database.Question<Integer> next = writes.take();
        while (!done(next)) {
          Thread.sleep(AGAIN);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean done(Database.Question<Integer> write) {
    try {
      int _ = database.ask(write);
      return true;
    } catch (SQLException away) {
      LOG.debug("changes to tasks are written down later: {}", away.toString());
      return false;
    }
  }

  private static int delete(Connection connection, String task, String kind) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM board_outbox WHERE task = ? AND kind = ?")) {
      delete.setString(1, task);
      delete.setString(2, kind);
      return delete.executeUpdate();
    }
  }

  private static String kind(TaskCommand change) {
    return change.getClass().getSimpleName();
  }

  private static String task(TaskCommand change) {
    return DistantBoard.task(change);
  }

  @Override
  public void close() {
    writer.interrupt();
  }
}
