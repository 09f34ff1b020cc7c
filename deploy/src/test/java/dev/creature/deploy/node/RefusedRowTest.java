package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.talk.TalkMemory;
import dev.creature.deploy.storage.PostgresServer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a node dies, rows of it may be in the journal that the next node did not read yet. */
class RefusedRowTest {
  private static final int REFUSED = 20;

  // A sequence keeps counting where the transaction around it is undone.
  private static final String REFUSE =
      """
      CREATE SEQUENCE refusals;
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.persistence_id LIKE 'talk|refused%' THEN
          PERFORM nextval('refusals');
          RAISE unique_violation;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER refuse BEFORE INSERT ON event_journal
        FOR EACH ROW EXECUTE FUNCTION refuse();
      """;

  @Test
  @Timeout(120)
  void aConversationIsTakenUpWhileTheJournalRefusesRowsOfMany() throws Exception {
    PostgresServer.assumeInstalled();
    try (PostgresServer server = PostgresServer.start()) {
      ActorTestKit kit = ActorTestKit.create("refused", Journal.of(server.settings()));
      try {
        Journal.prepare(kit.system());
        execute(server, REFUSE);
        for (int i = 0; i < REFUSED; i++) {
          kit.spawn(
              TalkMemory.create(
                  new ConversationId("refused" + i),
                  2,
                  "test",
                  kit.<TalkMemory.News>createTestProbe().ref()));
        }
        TestProbe<TalkMemory.News> news = kit.createTestProbe();
        news.awaitAssert(
            Duration.ofSeconds(60),
            () -> {
              assertThat(refusals(server)).isGreaterThan(2 * REFUSED);
              return true;
            });

        kit.spawn(TalkMemory.create(new ConversationId("taken"), 2, "test", news.ref()));

        // Much less than a breaker stays open.
        assertThat(news.receiveMessage(Duration.ofSeconds(8)))
            .isInstanceOf(TalkMemory.Recalled.class);
      } finally {
        kit.shutdownTestKit();
      }
    }
  }

  private static long refusals(PostgresServer server) {
    try {
      return server.count("SELECT last_value FROM refusals");
    } catch (SQLException away) {
      throw new AssertionError(away);
    }
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                server.settings().url(),
                server.settings().user(),
                server.settings().password().value());
        var statement = connection.createStatement()) {
      boolean _ = statement.execute(sql);
    }
  }
}
