package dev.creature.deploy.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.storage.PostgresServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node as a process, and a real PostgreSQL that is switched off for 20 s. */
class DatabaseAwayTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration AWAY = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  @Timeout(240)
  void conversationsGoOnTasksWaitAndNothingIsLost() throws Exception {
    PostgresServer.assumeInstalled();
    try (PostgresServer server = PostgresServer.start();
        ClusterNode node = ClusterNode.start(folder, server.settings(), ClusterNode.ports(), 0)) {
      node.awaitReady(PATIENCE);
      try (Phone phone = new Phone(node.url())) {
        // The body is there before the database goes.
        phone.say("turn left");
        phone.await("task", "\"state\":\"done\"", 0, PATIENCE);

        server.stop();
        long stopped = System.nanoTime();
        phone.say("go to the kitchen");
        int said = 2;
        while (System.nanoTime() - stopped < AWAY.toNanos()) {
          said++;
          phone.say("line " + said);
          phone.await("reply.audio.ended", "now line " + said + "\"", stopped, PATIENCE);
        }
        assertThat(phone.told())
            .noneMatch(it ->
                it.nanos() > stopped
                    && it.event().path("type").asText().equals("task")
                    && it.event().path("state").asText().equals("done"));
        server.resume();

        phone.await("kept", "\"turn\":" + said, stopped, PATIENCE);
        phone.await("task", "\"state\":\"done\"", stopped, PATIENCE);
        assertThat(server.awaitEvents("talk|%", "asked", said, PATIENCE)).isEqualTo(said);
        assertThat(server.awaitEvents("task|%", "ended", 2, PATIENCE)).isEqualTo(2);
        assertThat(server.awaitEvents("body|%", "ended", 2, PATIENCE)).isEqualTo(2);
        assertThat(phone.connects()).hasSize(1);
      }
    }
  }
}
