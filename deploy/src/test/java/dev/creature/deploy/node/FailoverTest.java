package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.storage.PostgresServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        ClusterNode one = ClusterNode.start(first, server.settings(), ports(), 0);
        Phone phone = phoneOf(one)) {
      JournalSettings unknown = new JournalSettings("", "", server.settings().password());
      try (ClusterNode two = ClusterNode.start(second, unknown, ports(), one.httpsPort())) {
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
        assertThat(events(server, "task|%", "ended")).isOne();
        assertThat(events(server, "body|%", "ended")).isOne();
        // Each node that had the conversation had it with a fence of its own.
        assertThat(events(server, "talk|%", "moved")).isGreaterThanOrEqualTo(2);
        assertThat(
                server.count(
                    "SELECT COUNT(*) - COUNT(DISTINCT event_payload) FROM event_journal"
                        + " WHERE persistence_id LIKE 'talk|%'"
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

  private static long events(PostgresServer server, String id, String type) throws Exception {
    return server.count(
        "SELECT COUNT(*) FROM event_journal WHERE persistence_id LIKE '"
            + id
            + "' AND position('\"type\":\""
            + type
            + "\"' IN convert_from(event_payload, 'UTF8')) > 0");
  }

  private static Phone phoneOf(ClusterNode node) throws Exception {
    ready(node);
    return new Phone(node.url());
  }

  private static void ready(ClusterNode node) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < until && node.isAlive()) {
        try {
          if (client
                  .send(
                      HttpRequest.newBuilder(URI.create(node.url() + "/readyz")).build(),
                      HttpResponse.BodyHandlers.discarding())
                  .statusCode()
              == 200) {
            return;
          }
        } catch (IOException notYet) {
          // Its port is not open yet.
        }
        Thread.sleep(100);
      }
      throw new AssertionError(node.url() + " is not ready");
    }
  }

  private static int[] ports() throws IOException {
    int[] ports = new int[3];
    ServerSocket[] held = new ServerSocket[ports.length];
    for (int i = 0; i < ports.length; i++) {
      held[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      ports[i] = held[i].getLocalPort();
    }
    for (ServerSocket each : held) {
      each.close();
    }
    return ports;
  }
}
