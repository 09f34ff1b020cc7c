package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes as processes on a real PostgreSQL; one is killed. */
class FailoverTest {
  /** For what takes seconds on a free machine; how fast it is, the load generator measures. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  @Timeout(240)
  void aConversationAndItsTaskGoOnWhenTheirNodeIsKilled() throws Exception {
    PostgresServer.assumeInstalled();
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    try (PostgresServer server = PostgresServer.start();
        ClusterNode one = ClusterNode.start(first, server.settings(), ClusterNode.ports(), 0);
        Phone phone = new Phone(one.awaitReady(PATIENCE))) {
      JournalSettings unknown = new JournalSettings("", "", server.settings().password());
      try (ClusterNode two =
          ClusterNode.start(second, unknown, ClusterNode.ports(), one.httpsPort())) {
        phone.await("nodes", two.url(), 0, PATIENCE);

        phone.say("my name is Ada");
        phone.await("reply.audio.ended", "Ada", 0, PATIENCE);
        phone.say("go to the kitchen");
        phone.await("task", "running", 0, PATIENCE);
        String session = phone.await("session", "", 0, PATIENCE).event().path("session").asText();

        phone.say("tell me a story about my name");
        // It is promised to outlive the node, and the node is killed in the middle of the answer.
        phone.await("kept", "\"turn\":3", 0, PATIENCE);
        long killed = System.nanoTime();
        one.kill();

        var back = phone.await("session", session, killed, PATIENCE);
        assertThat(back.event().path("resumed").asBoolean()).isTrue();
        assertThat(phone.connects()).endsWith(two.url());
        // Answered again, with all that was said before.
        var again = phone.await("reply.token", "2 before", back.nanos(), PATIENCE);
        assertThat(again.event().path("text").asText()).contains("tell me a story");
        long speech = phone.soundAfter(back.nanos(), PATIENCE);
        // The task goes on at the other node, and is done once.
        phone.await("task", "\"state\":\"done\"", back.nanos(), PATIENCE);
        assertThat(server.awaitEvents("task|%", "ended", 1, PATIENCE)).isOne();
        assertThat(server.awaitEvents("body|%", "ended", 1, PATIENCE)).isOne();
        // Each node that had the conversation had it with a fence of its own.
        assertThat(server.events("talk|%", "moved")).isGreaterThanOrEqualTo(2);
        assertThat(
                server.count(
                    "SELECT COUNT(*) - COUNT(DISTINCT (persistence_id, event_payload))"
                        + " FROM event_journal WHERE persistence_id LIKE 'talk|%'"
                        + " AND position('moved' IN convert_from(event_payload, 'UTF8')) > 0"))
            .isZero();
        System.out.println(
            "back after "
                + TimeUnit.NANOSECONDS.toMillis(back.nanos() - killed)
                + " ms, speech after "
                + TimeUnit.NANOSECONDS.toMillis(speech - killed)
                + " ms");
      }
    } finally {
      for (Path each : new Path[] {first, second}) {
        Path output = each.resolve("output.log");
        if (Files.exists(output)) {
          System.out.println("== " + each + "\n" + Files.readString(output));
        }
      }
    }
  }
}
