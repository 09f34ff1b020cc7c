package dev.creature.models.language.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.Generation;
import dev.creature.models.language.Generation.Ending;
import dev.creature.models.runtime.ModelFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndpointLanguageModelTest {
  private static final ApiKey KEY = ApiKey.ofEnvironment(Map.of("KEY", "sk-secret"), "KEY");

  private static EndpointSettings settings(URI address) {
    return new EndpointSettings(
        address,
        "tiny",
        KEY,
        Duration.ofSeconds(5),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        3,
        Duration.ofMillis(5),
        true,
        Map.of("cache_prompt", true));
  }

  private static EndpointLanguageModel model(ScriptedPeer peer) {
    return new EndpointLanguageModel(settings(peer.address()));
  }

  private static Throwable failureOf(ScriptedPeer.Act... acts) throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(acts);
        EndpointLanguageModel model = model(peer)) {
      return Replies.failure(model.generate(Replies.HELLO, new Replies()));
    }
  }

  @Test
  void passesOnEachPieceAndEndsWhenTheModelDoes() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.reply("Hel", "lo", " you."));
        EndpointLanguageModel model = model(peer)) {
      Replies reply = new Replies();
      assertThat(Replies.ending(model.generate(Replies.HELLO, reply))).isEqualTo(Ending.COMPLETE);
      assertThat(reply.text()).isEqualTo("Hello you.");
      assertThat(peer.requests.take())
          .startsWith("POST /v1/chat/completions HTTP/1.1\r\n")
          .contains("Authorization: Bearer sk-secret\r\n")
          .doesNotContain("Upgrade")
          .contains("\"model\":\"tiny\"", "\"stream\":true", "\"max_tokens\":40", "\"seed\":7")
          .contains("\"top_k\":40", "\"repeat_penalty\":1.1", "\"cache_prompt\":true");
    }
  }

  @Test
  void sendsOnlyWhatStrictServicesKnowUnlessToldOtherwise() throws Exception {
    try (ScriptedPeer peer = new ScriptedPeer(ScriptedPeer.reply("Hello."));
        EndpointLanguageModel model =
            new EndpointLanguageModel(EndpointSettings.of(peer.address(), "tiny"))) {
      assertThat(Replies.whole(model)).isEqualTo("Hello.");
      assertThat(peer.requests.take()).doesNotContain("top_k", "repeat", "Authorization");
    }
  }

  @Test
  void handsOverWholeCharactersWhereverTheBytesAreSplit() throws Exception {
    ScriptedPeer.Act splitting =
        stage -> {
          stage.stream();
          byte[] bytes =
              "data: {\"choices\":[{\"delta\":{\"content\":\"né😀\"}}]}\r\n\r\ndata: [DONE]\r\n\r\n"
                  .getBytes(java.nio.charset.StandardCharsets.UTF_8);
          for (byte one : bytes) {
            stage.out().write(one);
            stage.out().flush();
          }
        };
    try (ScriptedPeer peer = new ScriptedPeer(splitting);
        EndpointLanguageModel model = model(peer)) {
      assertThat(Replies.whole(model)).isEqualTo("né😀");
    }
  }

  @Test
  void saysWhenTheReplyWasCutAtItsLength() throws Exception {
    ScriptedPeer.Act cut =
        stage -> {
          stage.stream();
          stage.say("and so");
          stage.send("data: {\"choices\":[{\"finish_reason\":\"length\"}]}\n\n");
        };
    try (ScriptedPeer peer = new ScriptedPeer(cut);
        EndpointLanguageModel model = model(peer)) {
      assertThat(Replies.ending(model.generate(Replies.HELLO, new Replies())))
          .isEqualTo(Ending.LENGTH);
    }
  }

  @Test
  void asksAgainWhileTheServerIsBusy() throws Exception {
    try (ScriptedPeer peer =
            new ScriptedPeer(
                ScriptedPeer.answer(503, "", "{\"error\":{\"message\":\"Loading model\"}}"),
                ScriptedPeer.answer(429, "Retry-After: 0\r\n", ""),
                ScriptedPeer.reply("Here."));
        EndpointLanguageModel model = model(peer)) {
      assertThat(Replies.whole(model)).isEqualTo("Here.");
      assertThat(peer.requests).hasSize(3);
    }
  }

  @Test
  void givesUpAfterItsAttempts() throws Exception {
    ScriptedPeer.Act busy = ScriptedPeer.answer(503, "", "{\"error\":\"Loading model\"}");
    assertThat(failureOf(busy, busy, busy))
        .isInstanceOf(ModelFailure.class)
        .hasMessageContaining("answers 503: Loading model (3 attempts)");
  }

  @Test
  void doesNotWaitLongerThanAReplyMayTake() throws Exception {
    assertThat(failureOf(ScriptedPeer.answer(429, "Retry-After: 3600\r\n", "slow down")))
        .hasMessageContaining("answers 429: slow down");
  }

  @Test
  void doesNotAskAgainAfterAnErrorThatStays() throws Exception {
    assertThat(failureOf(ScriptedPeer.answer(404, "", "{\"error\":{\"message\":\"no model\"}}")))
        .hasMessageContaining("answers 404: no model");
  }

  @Test
  void neverShowsTheKey() throws Exception {
    assertThat(failureOf(ScriptedPeer.answer(401, "", "{\"error\":\"bad key sk-secret\"}")))
        .hasMessageContaining("answers 401: bad key [key]")
        .hasMessageNotContaining("secret");
    assertThat(settings(URI.create("http://localhost")).toString()).doesNotContain("secret");
  }

  @Test
  void followsNoRedirect() throws Exception {
    assertThat(failureOf(ScriptedPeer.answer(307, "Location: http://elsewhere.test/\r\n", "")))
        .hasMessageContaining("answers 307");
  }

  @Test
  void refusesAnAnswerThatIsNoStream() throws Exception {
    assertThat(failureOf(ScriptedPeer.answer(200, "Content-Type: application/json\r\n", "{}")))
        .hasMessageContaining("answers application/json instead of an event stream");
  }

  @Test
  void refusesNonsense() throws Exception {
    assertThat(
            failureOf(stage -> {
              stage.stream();
              stage.send("data: <html>\n\n");
            }))
        .hasMessageContaining("an event that is no JSON: <html>");
  }

  @Test
  void refusesALineThatNeverEnds() throws Exception {
    assertThat(
            failureOf(stage -> {
              stage.stream();
              for (int i = 0; i < 64; i++) {
                stage.send("x".repeat(1 << 16));
              }
              stage.awaitHangUp();
            }))
        .hasMessageContaining("longer than");
  }

  @Test
  void failsWhenTheServerReportsAnErrorWithinTheReply() throws Exception {
    assertThat(
            failureOf(stage -> {
              stage.stream();
              stage.say("I was");
              stage.send("data: {\"error\":{\"message\":\"out of memory\"}}\n\n");
            }))
        .hasMessageContaining("the error out of memory");
  }

  @Test
  void failsWhenTheStreamEndsBeforeTheReply() throws Exception {
    assertThat(
            failureOf(stage -> {
              stage.stream();
              stage.say("I was");
            }))
        .hasMessageContaining("ended the stream before the reply's end");
  }

  @Test
  void failsWhenAChunkedStreamBreaksOff() throws Exception {
    assertThat(
            failureOf(stage ->
                stage.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n10\r\ndata: {")))
        .hasMessageContaining("broke off");
  }

  @Test
  void failsOnAnAnswerThatIsNoHttp() throws Exception {
    ScriptedPeer.Act garbage = stage -> stage.send("\0\1\2 hello\r\n\r\n");
    assertThat(failureOf(garbage, garbage, garbage)).isInstanceOf(ModelFailure.class);
  }

  @Test
  void failsWhenNobodyListens() throws Exception {
    URI nowhere;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("http://127.0.0.1:" + taken.getLocalPort());
    }
    try (EndpointLanguageModel model = new EndpointLanguageModel(settings(nowhere))) {
      assertThat(Replies.failure(model.generate(Replies.HELLO, new Replies())))
          .hasMessageContaining("cannot be reached: ConnectException");
    }
  }

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

  @Test
  void findsTheAddressUnderAnyUsualForm() {
    for (String form : List.of("http://h:1", "http://h:1/", "http://h:1/v1", "http://h:1/v1/")) {
      assertThat(EndpointSettings.of(URI.create(form), "m").chatCompletions())
          .hasToString("http://h:1/v1/chat/completions");
    }
    assertThat(EndpointSettings.of(URI.create("https://h/api/v2"), "m").chatCompletions())
        .hasToString("https://h/api/v2/chat/completions");
  }

  @Test
  void refusesAnAddressThatIsNone() {
    for (String wrong : List.of("localhost:11434", "ftp://h/v1", "http:///v1", "http://u:pw@h/")) {
      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> EndpointSettings.of(URI.create(wrong), "m")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("pw");
    }
  }

  @Test
  void readsAKeyFromAFile(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
      throws IOException {
    java.nio.file.Path file = folder.resolve("key");
    java.nio.file.Files.writeString(file, "  sk-file\n");
    assertThat(ApiKey.ofFile(file).authorization()).contains("Bearer sk-file");
    java.nio.file.Files.writeString(file, "two\nlines");
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> ApiKey.ofFile(file)))
        .hasMessageContaining("does not hold a key")
        .hasMessageNotContaining("lines\n");
  }
}
