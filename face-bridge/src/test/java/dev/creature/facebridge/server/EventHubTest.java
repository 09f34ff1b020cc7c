package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.http.javadsl.model.ws.Message;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EventHubTest {
  private static final ActorTestKit KIT = ActorTestKit.create();
  private final EventHub hub = new EventHub();

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  /** What a watcher that comes now is told before anything else happens. */
  private List<String> toldAtOnce() throws Exception {
    EventHub.Open open = hub.watch();
    open.closing().run();
    return Source.<Message>maybe()
        .via(open.flow())
        .map(message -> message.asTextMessage().getStrictText())
        .runWith(Sink.seq(), Materializer.createMaterializer(KIT.system()))
        .toCompletableFuture()
        .get(5, TimeUnit.SECONDS);
  }

  @Test
  void tellsANewWatcherWhatHappenedBefore() throws Exception {
    hub.publish("{\"t\":1,\"type\":\"a\"}");
    hub.publish("{\"t\":2,\"type\":\"b\"}");
    assertThat(toldAtOnce())
        .containsExactly("{\"t\":1,\"type\":\"a\"}", "{\"t\":2,\"type\":\"b\"}");
  }

  @Test
  void forgetsNoEventForTheWorldAndKeepsTheLatestMap() throws Exception {
    hub.publish("{\"t\":1,\"type\":\"a\"}");
    hub.publish("{\"type\":\"world\",\"t\":1,\"rooms\":[]}");
    for (int i = 2; i < 1_000; i++) {
      hub.publish("{\"type\":\"world\",\"t\":" + i + "}");
    }
    hub.publish("{\"type\":\"world\",\"t\":1000,\"rooms\":[]}");
    hub.publish("{\"type\":\"world\",\"t\":1001}");
    assertThat(toldAtOnce())
        .containsExactly(
            "{\"t\":1,\"type\":\"a\"}", "{\"type\":\"world\",\"t\":1000,\"rooms\":[]}");
  }

  @Test
  void remembersNoMoreThanTheLatest() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      hub.publish("{\"t\":" + i + ",\"type\":\"a\"}");
    }
    assertThat(toldAtOnce()).hasSize(400).last().isEqualTo("{\"t\":999,\"type\":\"a\"}");
  }
}
