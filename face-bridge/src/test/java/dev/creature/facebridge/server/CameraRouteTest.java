package dev.creature.facebridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.headers.RawHeader;
import org.apache.pekko.stream.Materializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraRouteTest {
  private static final ActorTestKit KIT = ActorTestKit.create();

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    KIT.shutdownTestKit();
  }

  private Optional<HttpResponse> at(String path) {
    return new CameraRoute(() -> Optional.of(folder)).at(HttpRequest.GET(path));
  }

  private static String body(HttpResponse answer) throws Exception {
    return answer
        .entity()
        .toStrict(5_000, Materializer.createMaterializer(KIT.system()))
        .toCompletableFuture()
        .get()
        .getData()
        .utf8String();
  }

  @Test
  void servesTheDetectorFromTheFolderOfTheModels() throws Exception {
    Path file = folder.resolve("face_detection_solution_simd_wasm_bin.wasm");
    Files.write(file, "wasm".getBytes(StandardCharsets.UTF_8));

    HttpResponse answer = at("/static/camera/" + file.getFileName()).orElseThrow();

    assertThat(answer.status().intValue()).isEqualTo(200);
    assertThat(answer.entity().getContentType().toString()).isEqualTo("application/wasm");
    assertThat(body(answer)).isEqualTo("wasm");
  }

  @Test
  void saysWhatToRunWhereThereIsNone() throws Exception {
    HttpResponse answer = at("/static/camera/face_detection.js").orElseThrow();
    assertThat(answer.status().intValue()).isEqualTo(404);
    assertThat(body(answer)).contains("./creature models pull camera");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHA256SUMS", "../secret", "..%2fsecret", "", "face_detection.js/"})
  void opensNothingElse(String name) throws Exception {
    Files.writeString(folder.resolve("SHA256SUMS"), "sums");
    Files.writeString(folder.resolve("../secret"), "secret");
    HttpResponse answer = at("/static/camera/" + name).orElseThrow();
    assertThat(answer.status().intValue()).isEqualTo(404);
    assertThat(body(answer)).doesNotContain("\"secret\"");
  }

  @Test
  void leavesOtherPathsToOthers() {
    assertThat(at("/static/camera.js")).isEmpty();
    assertThat(at("/")).isEmpty();
  }

  @Test
  void letsThePageWithThePictureAskForTheDetectorOnly() {
    HttpRequest request = HttpRequest.GET("/camera");
    assertThat(
            CameraRoute.policy(request.addHeader(RawHeader.create("Host", "creature.local:8443"))))
        .contains("default-src 'none'", "connect-src creature.local:8443/static/camera/;");
    assertThat(CameraRoute.policy(request.addHeader(RawHeader.create("Host", "[::1]:8443"))))
        .contains("connect-src 'self';");
    assertThat(CameraRoute.policy(request.addHeader(RawHeader.create("Host", "a; script-src *"))))
        .contains("connect-src 'self';")
        .doesNotContain("*");
  }
}
