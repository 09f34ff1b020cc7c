package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.actors.face.FaceCommand;
import dev.creature.actors.link.LinkCommand;
import dev.creature.actors.task.TaskState;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.stream.Materializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document and the real server, held against each other. */
class OpenApiTest {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  /** These answer whatever the method is. */
  private static final Set<String> ANY_METHOD = Set.of("/healthz", "/readyz", "/v1/me");

  private static final ActorTestKit KIT = ActorTestKit.create();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private static WebServer server;
  private static JsonNode document;

  @BeforeAll
  static void start() throws Exception {
    LocalNames names = new LocalNames(List.of("localhost"), List.of("127.0.0.1"));
    InstantSource clock = InstantSource.system();
    server =
        WebServer.start(
            KIT.system(),
            new WebServer.Listen("127.0.0.1", 0, 0),
            ServerIdentity.in(folder, clock, () -> names),
            () -> names,
            new PairingCodes(clock, new SecureRandom()),
            new Devices(folder.resolve("devices.json"), clock, new SecureRandom()),
            new Parts(
                KIT.<LinkCommand>createTestProbe().ref(),
                new FaceHub(Materializer.createMaterializer(KIT.system())),
                KIT.<FaceCommand>createTestProbe().ref(),
                new EventHub(),
                Readiness.READY,
                Optional::empty,
                () -> "creature_ready 1\n"));
    HttpResponse<String> answer = ask("GET", "/v1/openapi.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/json");
    document = new ObjectMapper().readTree(answer.body());
  }

  @AfterAll
  static void stop() {
    server.stop().toCompletableFuture().join();
    KIT.shutdownTestKit();
  }

  private static HttpResponse<String> ask(String method, String path) throws Exception {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.httpPort() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(""))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Set<String> documented() {
    Set<String> routes = new TreeSet<>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                  if (!method.equals("parameters")) {
                    routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                  }
                }));
    return routes;
  }

  @Test
  void namesEveryRouteOfTasksPairingAndHealth() {
    assertThat(document.path("openapi").asText()).startsWith("3.1.");
    assertThat(documented())
        .contains(
            "GET /v1/tasks",
            "POST /v1/tasks",
            "GET /v1/tasks/{id}",
            "DELETE /v1/tasks/{id}",
            "POST /v1/stop",
            "POST /v1/release",
            "POST /v1/pair",
            "POST /v1/pairing-codes",
            "GET /v1/devices",
            "DELETE /v1/devices/{id}",
            "GET /v1/me",
            "GET /v1/status",
            "GET /v1/nodes",
            "POST /v1/cluster/join",
            "GET /healthz",
            "GET /readyz",
            "GET /metrics");
  }

  @Test
  void namesTheMethodsThatTheServerTakesAndNoOthers() throws Exception {
    Set<String> documented = documented();
    Set<String> taken = new TreeSet<>();
    Set<String> paths = new TreeSet<>();
    document.path("paths").fieldNames().forEachRemaining(paths::add);
    paths.removeAll(ANY_METHOD);
    documented.removeIf(route -> ANY_METHOD.contains(route.split(" ")[1]));
    for (String path : paths) {
      for (String method : METHODS) {
        HttpResponse<String> answer = ask(method, path.replace("{id}", "none"));
        assertThat(answer.body()).as(method + " " + path).doesNotContain("there is nothing at");
        if (answer.statusCode() != 405) {
          taken.add(method + " " + path);
        }
      }
    }
    assertThat(taken).isEqualTo(documented);
  }

  @Test
  void answersWithAStatusThatTheDocumentNames() throws Exception {
    for (String route : documented()) {
      String method = route.split(" ")[0];
      String path = route.split(" ")[1];
      HttpResponse<String> answer = ask(method, path.replace("{id}", "none"));
      JsonNode responses =
          document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT)).path("responses");
      JsonNode response = responses.path(Integer.toString(answer.statusCode()));
      assertThat(response.isObject()).as(route + " " + answer.statusCode()).isTrue();
      String type = answer.headers().firstValue("content-type").orElse("").split(";")[0];
      assertThat(response.path("content").has(type)).as(route + " " + type).isTrue();
    }
  }

  @Test
  void knowsEveryStateOfATask() {
    List<String> states = new ArrayList<>();
    document
        .at("/components/schemas/Task/properties/state/enum")
        .forEach(state -> states.add(state.asText()));
    assertThat(states)
        .containsExactlyElementsOf(
            Arrays.stream(TaskState.values())
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .toList());
  }

  @Test
  void refersOnlyToWhatItDefines() {
    for (JsonNode reference : document.findValues("$ref")) {
      assertThat(document.at(reference.asText().substring(1)).isObject())
          .as(reference.asText())
          .isTrue();
    }
  }
}
