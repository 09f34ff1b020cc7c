package dev.creature.models.language.endpoint;

import static dev.creature.models.language.endpoint.EndpointFixture.model;
import static dev.creature.models.language.endpoint.EndpointFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.Generation;
import dev.creature.models.language.Generation.Ending;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When an endpoint model waits no longer, and how its replies are ended from outside. */
@Timeout(60)
class EndpointPatienceTest {
  @Test
  void waitsOnlySoLongForTheFirstToken() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.Stage::awaitHangUp);
        EndpointLanguageModel model =
            new EndpointLanguageModel(patience(peer.address(), 60, 20_000))) {
      assertThat(Replies.failure(model.generate(Replies.HELLO, new Replies())))
          .hasMessageContaining("has not begun to answer within 60 ms");
      assertThat(peer.awaitHangUp()).isTrue();
    }
  }

  @Test
  void countsPingsAsSilence() throws Exception {
    ScriptedPeer.Act pinging =
        stage -> {
          stage.stream();
          stage.send(": ping\n\n");
          stage.awaitHangUp();
        };
    try (ScriptedPeer peer = new ScriptedPeer(pinging);
        EndpointLanguageModel model =
            new EndpointLanguageModel(patience(peer.address(), 150, 20_000))) {
      assertThat(Replies.failure(model.generate(Replies.HELLO, new Replies())))
          .hasMessageContaining("has not begun to answer within 150 ms");
    }
  }

  @Test
  void waitsOnlySoLongBetweenTokens() throws Exception {
    ScriptedPeer.Act halting =
        stage -> {
          stage.stream();
          stage.say("I was");
          stage.awaitHangUp();
        };
    try (ScriptedPeer peer = new ScriptedPeer(halting);
        EndpointLanguageModel model =
            new EndpointLanguageModel(patience(peer.address(), 20_000, 60))) {
      Replies reply = new Replies();
      assertThat(Replies.failure(model.generate(Replies.HELLO, reply)))
          .hasMessageContaining("was silent for 60 ms within a reply");
      assertThat(reply.text()).isEqualTo("I was");
    }
  }

  private static EndpointSettings patience(URI address, int firstMillis, int betweenMillis) {
    EndpointSettings usual = settings(address);
    return new EndpointSettings(
        usual.baseUrl(),
        usual.model(),
        usual.apiKey(),
        usual.connect(),
        Duration.ofMillis(firstMillis),
        Duration.ofMillis(betweenMillis),
        usual.attempts(),
        usual.backOff(),
        false,
        Map.of());
  }

  @Test
  void closesTheConnectionWhenCancelledWithinAReply() throws Exception {
    ScriptedPeer.Act talking =
        stage -> {
          stage.stream();
          stage.say("On and on");
          stage.awaitHangUp();
        };
    try (ScriptedPeer peer = new ScriptedPeer(talking);
        EndpointLanguageModel model = model(peer)) {
      Replies reply = new Replies();
      Generation generation = model.generate(Replies.HELLO, reply);
      reply.awaitFirst();
      generation.cancel();
      assertThat(Replies.ending(generation)).isEqualTo(Ending.CANCELLED);
      assertThat(peer.awaitHangUp()).isTrue();
      assertThat(reply.text()).isEqualTo("On and on");
    }
  }

  @Test
  void closesTheConnectionWhenCancelledBeforeTheAnswer() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    ScriptedPeer.Act silent =
        stage -> {
          asked.countDown();
          stage.awaitHangUp();
        };
    try (ScriptedPeer peer = new ScriptedPeer(silent);
        EndpointLanguageModel model = model(peer)) {
      Generation generation = model.generate(Replies.HELLO, new Replies());
      asked.await();
      generation.cancel();
      assertThat(Replies.ending(generation)).isEqualTo(Ending.CANCELLED);
      assertThat(peer.awaitHangUp()).isTrue();
    }
  }

  @Test
  void canBeCancelledByTheOneWhoReceivesTheText() throws Exception {
    ScriptedPeer.Act burst = ScriptedPeer.reply("a", "b", "c", "d");
    try (ScriptedPeer peer = new ScriptedPeer(burst);
        EndpointLanguageModel model = model(peer)) {
      AtomicInteger pieces = new AtomicInteger();
      CountDownLatch started = new CountDownLatch(1);
      Generation[] generation = new Generation[1];
      generation[0] =
          model.generate(
              Replies.HELLO,
              _ -> {
                awaitUninterruptibly(started);
                pieces.incrementAndGet();
                generation[0].cancel();
              });
      started.countDown();
      assertThat(Replies.ending(generation[0])).isEqualTo(Ending.CANCELLED);
      assertThat(pieces).hasValue(1);
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void endsItsRepliesWhenClosed() throws Exception {
    ScriptedPeer.Act talking =
        stage -> {
          stage.stream();
          stage.say("On and on");
          stage.awaitHangUp();
        };
    try (ScriptedPeer peer = new ScriptedPeer(talking)) {
      EndpointLanguageModel model = model(peer);
      Replies reply = new Replies();
      Generation generation = model.generate(Replies.HELLO, reply);
      reply.awaitFirst();
      model.close();
      assertThat(Replies.ending(generation)).isEqualTo(Ending.CANCELLED);
      assertThat(peer.awaitHangUp()).isTrue();
    }
  }
}
