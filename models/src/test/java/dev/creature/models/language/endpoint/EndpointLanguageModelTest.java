package dev.creature.models.language.endpoint;

import static dev.creature.models.language.endpoint.EndpointFixture.model;
import static dev.creature.models.language.endpoint.EndpointFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.models.language.Generation.Ending;
import dev.creature.models.runtime.ModelFailure;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndpointLanguageModelTest {
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
}
