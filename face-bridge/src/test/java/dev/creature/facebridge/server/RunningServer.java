package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.actors.desk.DeskCommand;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.face.FaceFrame;
import dev.creature.actors.link.LinkCommand;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.certificate.ServerIdentity;
import dev.creature.facebridge.face.FaceHub;
import dev.creature.facebridge.pairing.Devices;
import dev.creature.facebridge.pairing.PairingCodes;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.stream.Materializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The real server on real ports. A request by way of a proxy counts as one from elsewhere. */
abstract class RunningServer {
  static final ObjectMapper MAPPER = new ObjectMapper();

  static final LocalNames NAMES = new LocalNames(List.of("localhost"), List.of("127.0.0.1"));
  static final String[] ELSEWHERE = {"X-Forwarded-For", "192.168.1.9"};
  final ActorTestKit kit = ActorTestKit.create();
  final HttpClient client = HttpClient.newHttpClient();
  final PairingCodes codes = new PairingCodes(InstantSource.system(), new SecureRandom());
  Optional<ActorRef<DeskCommand>> desk = Optional.empty();
  FaceHub faces;
  WebServer server;
  @TempDir Path folder;

  @BeforeEach
  void start() throws Exception {
    faces = new FaceHub(Materializer.createMaterializer(kit.system()));
    faces.publish(
        new FaceFrame(1, 0, "", "joy", 0, false, 0, 0, "sil", FaceFrame.Gaze.AHEAD, 0, 0));
    server = start(0);
  }

  WebServer start(int httpPort) throws Exception {
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

  HttpResponse<String> ask(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.httpPort() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static void assertRefused(HttpResponse<String> answer, int status, String title)
      throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = MAPPER.readTree(answer.body());
    assertThat(problem.path("title").asText()).isEqualTo(title);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
  }
}
