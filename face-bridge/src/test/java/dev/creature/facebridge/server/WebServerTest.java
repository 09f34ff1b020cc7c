package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.actors.desk.DeskCommand;
import dev.creature.actors.desk.DeskReply;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.ServerIdentity;
import dev.creature.facebridge.face.FaceHub;
import dev.creature.facebridge.pairing.Devices;
import dev.creature.facebridge.pairing.PairingCodes;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.Materializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server on real ports. A request by way of a proxy counts as one from elsewhere. */
class WebServerTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final LocalNames NAMES =
      new LocalNames(List.of("localhost"), List.of("127.0.0.1"));
  private static final String[] ELSEWHERE = {"X-Forwarded-For", "192.168.1.9"};

  private final ActorTestKit kit = ActorTestKit.create();
  private final HttpClient client = HttpClient.newHttpClient();
  private final PairingCodes codes = new PairingCodes(InstantSource.system(), new SecureRandom());
  private Optional<ActorRef<DeskCommand>> desk = Optional.empty();
  private FaceHub faces;
  private WebServer server;

  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    faces = new FaceHub(Materializer.createMaterializer(kit.system()));
    faces.publish(
        new FaceFrame(1, 0, "", "joy", 0, false, 0, 0, "sil", FaceFrame.Gaze.AHEAD, 0, 0));
    server = start(0);
  }

  private WebServer start(int httpPort) throws Exception {
    return WebServer.start(
        kit.system(),
        new WebServer.Listen("127.0.0.1", 0, httpPort),
        ServerIdentity.in(folder, InstantSource.system(), () -> NAMES),
        () -> NAMES,
        codes,
        new Devices(folder.resolve("devices.json"), InstantSource.system(), new SecureRandom()),
        new Parts(
            kit.<LinkCommand>createTestProbe().ref(),
            faces,
            kit.<FaceCommand>createTestProbe().ref(),
            new EventHub(),
            Readiness.READY,
            () -> desk,
            () -> "creature_ready 1\n"));
  }

  @AfterEach
  void stop() {
    server.stop().toCompletableFuture().join();
    kit.shutdownTestKit();
  }

  private HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.httpPort() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String title)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = MAPPER.readTree(answer.body());
    assertThat(problem.path("title").asText()).isEqualTo(title);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
  }

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
  void saysThatNoBodyIsAttached() throws Exception {
    for (String path : List.of("/v1/stop", "/v1/release")) {
      assertRefused(ask("POST", path, ""), 503, "no body is attached");
    }
    assertRefused(ask("GET", "/v1/tasks", ""), 503, "no body is attached");
    assertRefused(ask("POST", "/v1/tasks", "{\"verb\":\"bring\"}"), 503, "no body is attached");
  }

  @Test
  void handsTasksToTheDesk() throws Exception {
    desk =
        Optional.of(
            kit.spawn(
                Behaviors.receiveMessage(command -> {
                  DeskReply reply =
                      switch (command) {
                        case DeskCommand.Submit submit ->
                            new DeskReply.TaskView(
                                submit.id().orElse(new TaskId("t1")),
                                submit.task(),
                                TaskState.ACCEPTED,
                                "");
                        case DeskCommand.Look(TaskId id, _) -> new DeskReply.Unknown(id);
                        case DeskCommand.Stop _ -> new DeskReply.Stopped(12.5);
                        case DeskCommand.LookAll _, DeskCommand.Cancel _, DeskCommand.Release _ ->
                            new DeskReply.Refused("busy");
                      };
                  command.replyTo().tell(reply);
                  return Behaviors.same();
                })));
    HttpResponse<String> taken =
        ask(
            "POST",
            "/v1/tasks",
            "{\"verb\":\"bring\",\"object\":\"blue cup\",\"arguments\":{\"count\":2}}");
    assertThat(taken.statusCode()).isEqualTo(202);
    assertThat(MAPPER.readTree(taken.body()).at("/arguments/count").asText()).isEqualTo("2");
    assertRefused(ask("POST", "/v1/tasks", "{\"object\":\"cup\"}"), 400, "bad input");
    assertRefused(ask("POST", "/v1/tasks", "nonsense"), 400, "bad input");
    assertRefused(ask("GET", "/v1/tasks/t9", ""), 404, "not found");
    assertRefused(ask("GET", "/v1/tasks/%20", ""), 400, "bad input");
    assertRefused(ask("POST", "/v1/release", ""), 409, "refused");
    assertThat(ask("POST", "/v1/stop", "").body()).contains("12.5");
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
