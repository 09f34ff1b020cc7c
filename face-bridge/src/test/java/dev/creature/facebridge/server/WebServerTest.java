package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who is let in, and what is said to everybody else. */
class WebServerTest extends RunningServer {
  private String pairedToken() throws Exception {
    HttpResponse<String> answer =
        ask("POST", "/v1/pair", "{\"code\":\"" + codes.issue() + "\",\"name\":\"x\"}", ELSEWHERE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return MAPPER.readTree(answer.body()).path("token").asText();
  }

  @Test
  void letsThisMachineInAndNobodyElse() throws Exception {
    assertThat(ask("GET", "/v1/devices", "").statusCode()).isEqualTo(200);
    assertRefused(ask("GET", "/v1/devices", "", ELSEWHERE), 401, "not paired");
    assertRefused(
        ask("GET", "/v1/devices", "", "X-Forwarded-For", "x", "Authorization", "Bearer nonsense"),
        401,
        "token refused");
    assertThat(ask("GET", "/", "", ELSEWHERE).statusCode()).isEqualTo(200);
  }

  @Test
  void slowsDownWhoAsksTooOftenAndNobodyElse() throws Exception {
    for (int i = 0; i < RequestPace.MOST; i++) {
      assertThat(ask("GET", "/healthz", "", ELSEWHERE).statusCode()).isEqualTo(200);
    }
    assertRefused(ask("GET", "/healthz", "", ELSEWHERE), 429, "too many requests");
    assertThat(ask("GET", "/healthz", "").statusCode()).isEqualTo(200);
  }

  @Test
  void takesNoBodyThatIsTooLong() throws Exception {
    assertRefused(ask("POST", "/v1/tasks", "x".repeat(16_385)), 413, "too long");
  }

  @Test
  void refusesOffersThatAreNone() throws Exception {
    assertRefused(ask("POST", "/v1/webrtc", "", ELSEWHERE), 401, "not paired");
    String sdp = "v=0\\r\\nm=audio 9 x\\r\\nm=application 9 x\\r\\n";
    for (String body :
        List.of(
            "",
            "[]",
            "{\"type\":\"answer\",\"sdp\":\"" + sdp + "\"}",
            "{\"type\":\"offer\"}",
            "{\"type\":\"offer\",\"sdp\":\"v=0 m=audio \"}")) {
      assertRefused(ask("POST", "/v1/webrtc", body), 400, "bad input");
    }
    assertRefused(ask("GET", "/v1/webrtc", ""), 405, "wrong method");
    // Whether the library is there or not.
    String offer = "{\"type\":\"offer\",\"sdp\":\"" + sdp + "\"}";
    assertThat(ask("POST", "/v1/webrtc", offer).statusCode()).isIn(400, 501);
  }

  @Test
  void letsAPairedDeviceInUntilItIsRevoked() throws Exception {
    String token = pairedToken();
    String[] headers = {"X-Forwarded-For", "192.168.1.9", "Authorization", "Bearer " + token};
    HttpResponse<String> devices = ask("GET", "/v1/devices", "", headers);
    assertThat(devices.statusCode()).isEqualTo(200);
    String id = MAPPER.readTree(devices.body()).at("/devices/0/id").asText();
    assertThat(ask("DELETE", "/v1/devices/" + id, "").statusCode()).isEqualTo(204);
    assertRefused(ask("GET", "/v1/devices", "", headers), 401, "token refused");
  }

  @Test
  void refusesACodeThatWasUsed() throws Exception {
    String code = codes.issue();
    String body = "{\"code\":\"" + code + "\"}";
    assertThat(ask("POST", "/v1/pair", body, ELSEWHERE).statusCode()).isEqualTo(201);
    assertRefused(ask("POST", "/v1/pair", body, ELSEWHERE), 403, "code refused");
    for (int i = 0; i < 4; i++) {
      ask("POST", "/v1/pair", "{\"code\":\"guess\"}", ELSEWHERE);
    }
    assertRefused(ask("POST", "/v1/pair", body, ELSEWHERE), 429, "too many codes");
  }

  @Test
  void refusesPagesOfOthersAndNamesThatAreNotItsOwn() throws Exception {
    assertRefused(
        ask("POST", "/v1/stop", "", "Origin", "http://evil.example"), 403, "wrong origin");
    assertRefused(ask("GET", "/v1/me", "", "Origin", "null"), 403, "wrong origin");
    assertThat(raw("GET /v1/me HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403")
        .contains("wrong host");
    assertThat(
            ask("GET", "/v1/me", "", "Origin", "http://localhost:" + server.httpPort())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    assertRefused(ask("GET", "/v1/nothing", ""), 404, "not found");
    assertRefused(ask("PUT", "/v1/devices", ""), 405, "wrong method");
    assertRefused(ask("GET", "/v1/audio", ""), 426, "a WebSocket is here");
    assertRefused(ask("POST", "/v1/pair", "x".repeat(20_000)), 413, "too long");
    assertRefused(ask("GET", "/v1/pairing-codes", ""), 405, "wrong method");
  }

  @Test
  void givesAFaceItsSnapshotByWebSocketAndRefusesStrangers() throws Exception {
    CompletableFuture<String> first = new CompletableFuture<>();
    URI uri = URI.create("ws://localhost:" + server.httpPort() + "/v1/face");
    WebSocket socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                uri,
                new WebSocket.Listener() {
                  @Override
                  public CompletionStage<?> onText(
                      WebSocket webSocket, CharSequence data, boolean last) {
                    first.complete(data.toString());
                    webSocket.request(1);
                    return CompletableFuture.completedFuture("");
                  }
                })
            .get(5, TimeUnit.SECONDS);
    assertThat(first.get(5, TimeUnit.SECONDS)).contains("\"emotion\":\"joy\"");
    socket.abort();
    assertThatThrownBy(() ->
            client
                .newWebSocketBuilder()
                .header("X-Forwarded-For", "192.168.1.9")
                .buildAsync(uri, new WebSocket.Listener() {})
                .get(5, TimeUnit.SECONDS))
        .hasMessageContaining("WebSocketHandshakeException");
  }

  @Test
  void saysWhichPortIsTaken() {
    int taken = server.httpPort();
    assertThatThrownBy(() -> start(taken))
        .isInstanceOf(PortTaken.class)
        .hasMessageContaining("port " + taken)
        .hasMessageContaining("--http-port");
  }

  private String raw(String request) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.httpPort())) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
