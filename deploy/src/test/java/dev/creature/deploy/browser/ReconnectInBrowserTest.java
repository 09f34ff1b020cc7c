package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.deploy.node.ScriptedVoice;
import dev.creature.facebridge.server.WebServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Five seconds without a network, in the middle of a story: the same conversation goes on, the face
 * was never blank, nothing is said twice.
 */
class ReconnectInBrowserTest {
  private static final Duration WITHOUT = Duration.ofSeconds(5);

  /** Notes what is told, which moments sound, and whether the face is ever one colour only. */
  private static final String WATCH =
      """
      (async () => {
        const pause = ms => new Promise(done => setTimeout(done, ms));
        for (let i = 0; i < 400 && !(window.creature?.link.open); i++) await pause(50);
        const {link, face} = creature, play = link.play.bind(link), told = link.told.bind(link);
        const kept = window.kept = {told: [], times: [], blank: 0, looked: 0, down: 0};
        link.told = event => { kept.told.push(event); told(event); };
        link.play = bytes => { kept.times.push(Number(new DataView(bytes).getBigInt64(0, true))); play(bytes); };
        setInterval(() => {
          const {canvas, context} = face, w = canvas.width, h = canvas.height;
          const colours = new Set();
          for (let i = 1; i < 16; i++) {
            for (const part of [0.38, 0.45, 0.52]) colours.add(context.getImageData(w * i / 16, h * part, 1, 1).data.slice(0, 3).join());
          }
          kept.looked++;
          if (colours.size < 4) kept.blank++;
          if (!link.open) kept.down++;
        }, 100);
        await link.sound();
        link.say('tell me a story');
        for (let i = 0; i < 500 && !link.sounding; i++) await pause(50);
        await pause(1500);
        // The first greeting may come after the link is open.
        kept.begun = kept.told.length;
        return {conversation: link.clock.conversation, sounding: link.sounding};
      })()
      """;

  private static final String AGAIN =
      """
      (async () => {
        const pause = ms => new Promise(done => setTimeout(done, ms));
        const began = performance.now();
        for (let i = 0; i < 400 && !creature.link.open; i++) await pause(25);
        const took = performance.now() - began;
        await pause(1000);
        const before = kept.told.length, times = [...kept.times];
        creature.link.say('and now');
        for (let i = 0; i < 200 && !kept.told.slice(before).some(event => event.type === 'reply.token'); i++) await pause(50);
        const {told, blank, looked, down} = kept;
        return {took, times, blank, looked, down, conversation: creature.link.clock.conversation,
          tokens: told.filter(event => event.type === 'reply.token').map(event => event.text),
          resumed: told.slice(kept.begun).filter(event => event.type === 'session').map(event => event.resumed),
          lines: [...document.querySelectorAll('.line.it > span')].map(it => it.textContent)};
      })()
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnWithTheSameConversation(boolean noticed) throws Exception {
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    Path profile = Files.createDirectory(folder.resolve("profile"));
    try (Node node =
            Node.start(
                new WebServer.Listen("127.0.0.1", 0, 0),
                DataFolder.open(folder.resolve("data")),
                List.of());
        CuttableProxy network = new CuttableProxy(URI.create(node.localUrl()).getPort());
        Chromium page = Chromium.start(program.get(), folder.resolve("no.wav"), profile)) {
      node.speakWith(new ScriptedVoice());
      page.size(390, 844);
      page.open("http://localhost:" + network.port() + "/?link=socket");
      JsonNode before = page.evaluate(WATCH);
      assertThat(before.path("sounding").asBoolean()).isTrue();

      if (noticed) {
        network.goDown();
      } else {
        network.fallSilent();
      }
      // Nothing to wait for: the time itself is what is tested.
      assertThat(new CountDownLatch(1).await(WITHOUT.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
      network.comeBack();

      JsonNode after = page.evaluate(AGAIN);
      assertThat(after.path("conversation").asText())
          .isEqualTo(before.path("conversation").asText());
      assertThat(after.path("took").asDouble()).isLessThan(4_000);
      assertThat(after.path("resumed").toString()).isEqualTo(noticed ? "[true]" : "[]");
      assertThat(after.path("blank").asInt()).isZero();
      assertThat(after.path("looked").asInt()).isGreaterThan(20);
      assertThat(after.path("down").asInt() > 20).isEqualTo(noticed);
      assertThat(after.path("tokens").toString())
          .isEqualTo("[\"0 before, now tell me a story\",\"1 before, now and now\"]");
      assertThat(after.path("lines")).hasSize(2);
      for (int i = 1; i < after.path("times").size(); i++) {
        assertThat(after.path("times").path(i).asLong())
            .as("a moment is heard once")
            .isGreaterThan(after.path("times").path(i - 1).asLong());
      }
    }
  }
}
