package dev.creature.deploy.node;

import dev.creature.deploy.storage.Claims;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How conversations outlive the node that has them: a listener's key finds its conversation again,
 * here or elsewhere. Asks the database on threads of its own.
 *
 * @param claims who has which conversation
 * @param node this one
 */
record Continuity(Claims claims, String node) {
  private static final Logger LOG = LoggerFactory.getLogger(Continuity.class);
  private static final int ATTEMPTS = 3;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /** A conversation that was begun here: writes down that it is, however long that takes. */
  void opened(String key, String conversation) {
    Thread.ofVirtual()
        .name("claim")
        .start(() -> {
          while (true) {
            try {
              claims.open(key, conversation);
              return;
            } catch (SQLException away) {
              LOG.debug("conversation {} cannot be claimed yet: {}", conversation, away.toString());
            }
            try {
              Thread.sleep(AGAIN);
            } catch (InterruptedException e) {
              return;
            }
          }
        });
  }

  /** Takes a conversation; nothing where there is none, or where the database is away. */
  CompletionStage<Optional<Claims.Claim>> take(String key) {
    CompletableFuture<Optional<Claims.Claim>> taken = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("claim")
        .start(() -> {
          // A moment without the database must not make a conversation begin anew.
          for (int attempt = 1; !taken.isDone(); attempt++) {
            try {
              taken.complete(claims.take(key));
            } catch (SQLException | RuntimeException away) {
              LOG.warn("no conversation can be taken over: {}", away.toString());
              if (attempt == ATTEMPTS) {
                taken.complete(Optional.empty());
              }
            }
          }
        });
    return taken;
  }
}
