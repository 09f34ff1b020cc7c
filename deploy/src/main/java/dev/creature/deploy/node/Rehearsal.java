package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.talk.TalkMemory;
import dev.creature.deploy.storage.Claims;
import dev.creature.deploy.storage.Database;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the way once that conversations and faces take which lost their node, before any comes:
 * what Java does for the first time takes seconds on a busy machine. Leaves nothing behind.
 */
final class Rehearsal {
  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FACES = 5;

  /** As long as a frame, at least: the answer's head and the first of it. */
  private static final int ENOUGH_BYTES = 400;

  private Rehearsal() {}

  /** A conversation is stored, and taken over from this node by this node. Blocks. */
  static void conversation(ActorContext<?> context, Claims claims, Database database, String node) {
    ConversationId id =
        new ConversationId("rehearsal-" + Long.toString(new SecureRandom().nextLong() >>> 12, 36));
    try {
      if (claims.take(id.value()).isPresent()) {
        throw new IllegalStateException("somebody has the key " + id.value());
      }
      awaitStored(context, id, 1, node);
      awaitStored(context, id, 2, node);
      int _ =
          database.ask(connection -> {
            try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM event_journal WHERE persistence_id = ?")) {
              delete.setString(1, "talk|" + id.value());
              return delete.executeUpdate();
            }
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException | ExecutionException | TimeoutException away) {
      LOG.info(
          "the first conversation that comes from elsewhere waits longer: {}", away.toString());
    }
  }

  private static void awaitStored(
      ActorContext<?> context, ConversationId id, int fence, String node)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<Void> stored = new CompletableFuture<>();
    ActorRef<TalkMemory.News> news =
        context.spawnAnonymous(
            Behaviors.receiveMessage(message -> {
              if (message instanceof TalkMemory.Stored) {
                stored.complete(null);
              }
              return Behaviors.same();
            }));
    ActorRef<TalkMemory.Command> memory =
        context.spawnAnonymous(TalkMemory.create(id, fence, node, news));
    memory.tell(
        new TalkMemory.Observed(new ConversationEvent.UserFinal(0, fence, "nobody says this")));
    try {
      stored.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      context.stop(memory);
      context.stop(news);
    }
  }

  /** A few faces come and go. Blocks. */
  static void faces(int httpPort) {
    for (int i = 0; i < FACES; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), httpPort)) {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket
            .getOutputStream()
            .write(
                """
                GET /v1/face HTTP/1.1\r
                Host: localhost:%d\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: bm9ib2R5IHNhaWQgdGhpcw==\r
                \r
                """
                    .formatted(httpPort)
                    .getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        int _ = in.readNBytes(ENOUGH_BYTES).length;
      } catch (IOException away) {
        LOG.info("the first face that comes waits longer: {}", away.toString());
        return;
      }
    }
  }
}
