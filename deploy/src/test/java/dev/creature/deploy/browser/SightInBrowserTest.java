package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.deploy.node.NodePlan;
import dev.creature.facebridge.server.WebServer;
import dev.creature.models.store.ModelFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The creature looks at whoever is in front of a phone's camera, in a real browser. */
class SightInBrowserTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Watches the page for as long as it takes to see the person at both sides. */
  private static final String BOTH_SIDES =
      """
      const seen = {}, face = creature.frames, see = face.see.bind(face);
      let told = {x: 0}, facing = 0, emotions = new Set();
      face.see = (gaze, conversation) => { told = gaze; facing = Math.max(facing, gaze.facing); see(gaze, conversation); };
      await until(() => {
        const {gaze, emotion} = face.latest ?? {gaze: {x: 0}};
        emotions.add(emotion);
        if (told.x < -0.3 && gaze.x < -0.3) seen.left = [told.x, gaze.x];
        if (told.x > 0.3 && gaze.x > 0.3) seen.right = [told.x, gaze.x];
        return seen.left && seen.right;
      }, 60);
      const picture = document.querySelector('.seeing iframe').contentDocument.getElementById('picture');
      const track = picture.srcObject.getVideoTracks()[0], live = track.readyState;
      document.querySelector('.seeing button').click();
      await until(() => track.readyState === 'ended', 2);
      return {...seen, told, facing, emotions: [...emotions], live,
        sign: document.querySelector('.seeing').hidden, frames: document.querySelectorAll('iframe').length};
      """;

  @TempDir private static Path folder;
  private static Optional<Chromium> browser = Optional.empty();

  @BeforeAll
  static void start() throws Exception {
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    Optional<Path> ffmpeg = Ffmpeg.program();
    assumeTrue(ffmpeg.isPresent(), "there is no ffmpeg: install the package ffmpeg");
    Path profile = Files.createDirectory(folder.resolve("profile"));
    browser =
        Optional.of(
            Chromium.start(
                program.get(),
                folder.resolve("no.wav"),
                profile,
                "--use-file-for-fake-video-capture=" + PersonVideo.write(ffmpeg.get(), folder)));
    browser.get().watchNetwork();
  }

  @AfterAll
  static void stop() throws Exception {
    if (browser.isPresent()) {
      browser.get().close();
    }
  }

  private static Node node(NodePlan plan, String data) throws Exception {
    return Node.start(
        new WebServer.Listen("127.0.0.1", 0, 0),
        DataFolder.open(folder.resolve(data)),
        List.of(),
        plan);
  }

  private static NodePlan withDetector() {
    Path files = ModelFolder.ofUser().source("mediapipe-face-detection");
    assumeTrue(
        Files.isRegularFile(files.resolve("face_detection.js")),
        "the face detector is missing: run ./creature models pull camera");
    return NodePlan.ALONE.withCamera(files);
  }

  /** Opens the phone page, and evaluates the body of a function there. */
  private static JsonNode on(Node node, String body) throws Exception {
    Chromium page = browser.orElseThrow();
    page.open(node.localUrl() + "/?link=socket");
    return page.when(
        "location.origin === '" + node.localUrl() + "' && window.creature?.frames?.latest", body);
  }

  @Test
  void looksAtThePersonAndSendsNumbersOnly() throws Exception {
    try (Node node = node(withDetector(), "seeing")) {
      Chromium page = browser.orElseThrow();
      JsonNode asked =
          on(
              node,
              """
              document.getElementById('see').click();
              await until(() => document.querySelector('dialog.asking[open]'));
              return document.querySelectorAll('iframe').length;
              """);
      assertThat(asked.asInt()).as("before anybody said yes").isZero();

      JsonNode seen =
          on(
              node,
              """
              document.getElementById('see').click();
              document.querySelector('.asking .yes').click();
              """
                  + BOTH_SIDES);

      assertThat(seen.path("left").size()).as(seen.toString()).isEqualTo(2);
      assertThat(seen.path("right").size()).isEqualTo(2);
      assertThat(seen.path("facing").asDouble()).as("looks at the camera").isGreaterThan(0.6);
      assertThat(seen.at("/told/size").asDouble()).isBetween(0.1, 0.6);
      assertThat(seen.path("emotions").toString()).as("notices that").contains("curious");
      assertThat(seen.path("live").asText()).isEqualTo("live");
      assertThat(seen.path("sign").asBoolean()).as("no sign any more").isTrue();
      assertThat(seen.path("frames").asInt()).as("nor a frame with a picture").isZero();
      assertNothingLeftButNumbers(page, node);
    }
  }

  /** Each request asks, none brings; each message of a socket is a text of a few known numbers. */
  private static void assertNothingLeftButNumbers(Chromium page, Node node) throws Exception {
    for (JsonNode sent : page.happened("Network.requestWillBeSent")) {
      JsonNode request = sent.path("request");
      if (request.path("url").asText().startsWith("blob:")
          || request.path("url").asText().startsWith("data:")) {
        continue;
      }
      assertThat(request.path("url").asText()).startsWith(node.localUrl() + "/");
      assertThat(request.path("method").asText()).isEqualTo("GET");
      assertThat(request.path("hasPostData").asBoolean()).isFalse();
      assertThat(request.path("url").asText().length()).isLessThan(150);
    }
    int gazes = 0;
    for (JsonNode sent : page.happened("Network.webSocketFrameSent")) {
      assertThat(sent.at("/response/opcode").asInt()).as("a text").isEqualTo(1);
      String text = sent.at("/response/payloadData").asText();
      assertThat(text.length()).isLessThan(200);
      JsonNode message = MAPPER.readTree(text);
      if (message.has("gaze")) {
        gazes++;
        assertThat(namesOf(message)).isSubsetOf("v", "gaze", "conversation");
        assertThat(namesOf(message.path("gaze")))
            .containsExactlyInAnyOrder("x", "y", "confidence", "size", "facing");
      }
    }
    assertThat(gazes).isGreaterThanOrEqualTo(2);
  }

  private static Set<String> namesOf(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void letsGoOfTheCameraWhileNobodySeesThePage() throws Exception {
    try (Node node = node(withDetector(), "hiding")) {
      JsonNode hidden =
          on(
              node,
              """
              document.getElementById('see').click();
              document.querySelector('.asking .yes').click();
              await until(() => document.querySelector('.seeing span').textContent === 'It sees you');
              const inside = document.querySelector('.seeing iframe').contentDocument;
              const picture = inside.getElementById('picture');
              const track = picture.srcObject.getVideoTracks()[0];
              let hidden = true;
              Object.defineProperty(inside, 'hidden', {get: () => hidden});
              inside.dispatchEvent(new Event('visibilitychange'));
              const state = track.readyState;
              hidden = false;
              inside.dispatchEvent(new Event('visibilitychange'));
              await until(() => picture.srcObject?.getVideoTracks()[0].readyState === 'live');
              return state;
              """);
      assertThat(hidden.asText()).isEqualTo("ended");
    }
  }

  @Test
  void saysWhatToRunWhereNothingFindsFaces() throws Exception {
    try (Node node = node(NodePlan.ALONE.withCamera(folder.resolve("nothing")), "blind")) {
      JsonNode words =
          on(
              node,
              """
              document.getElementById('see').click();
              await until(() => document.querySelector('.asking .trouble').textContent);
              return {said: document.querySelector('.asking .trouble').textContent,
                yes: document.querySelector('.asking .yes').hidden};
              """);
      assertThat(words.path("said").asText()).contains("./creature models pull camera");
      assertThat(words.path("yes").asBoolean()).isTrue();
    }
  }

  @Test
  void knowsAFaceThatIsTurnedAway() throws Exception {
    try (Node node = node(NodePlan.ALONE, "turning")) {
      JsonNode facing =
          on(
              node,
              """
              const {sighting} = await import('/static/sighting.js');
              // Eyes, nose, mouth and ears of a head of which the nose stands out, seen by a camera.
              const points = [[-0.5, 0.3, 0.8], [0.5, 0.3, 0.8], [0, 0, 1.2], [0, -0.35, 0.9], [-1, 0.2, 0], [1, 0.2, 0]];
              const seen = (yaw, roll, aspect) => sighting({
                boundingBox: {xCenter: 0.5, yCenter: 0.5, width: 0.2, height: 0.2 * aspect},
                landmarks: points.map(([x, y, z]) => {
                  const side = x * Math.cos(yaw) + z * Math.sin(yaw);
                  const across = side * Math.cos(roll) - y * Math.sin(roll), up = side * Math.sin(roll) + y * Math.cos(roll);
                  return {x: 0.5 + 0.1 * across, y: 0.5 - 0.1 * up * aspect};
                }),
                Z: [{index: 0, ma: 0.9}],
              }, aspect).facing;
              return [seen(0, 0, 4 / 3), seen(0.1, 0, 4 / 3), seen(0, 0.4, 4 / 3), seen(0, 0, 3 / 4), seen(0.6, 0, 4 / 3), seen(-0.6, 0.2, 3 / 4)];
              """);
      for (int i = 0; i < 4; i++) {
        assertThat(facing.path(i).asDouble()).as("turned to it, " + i).isGreaterThan(0.9);
      }
      assertThat(facing.path(4).asDouble()).isLessThan(0.3);
      assertThat(facing.path(5).asDouble()).isLessThan(0.3);
    }
  }
}
