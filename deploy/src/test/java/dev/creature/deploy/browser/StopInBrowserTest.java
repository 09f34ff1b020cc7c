package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.deploy.node.ScriptedVoice;
import dev.creature.facebridge.server.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stop button makes the creature fall silent for good, not only for what was under way. */
class StopInBrowserTest {
  /** Asks for a story of twenty seconds, stops it, asks again, and tells what sounded when. */
  private static final String STOP =
      """
      const pause = ms => new Promise(done => setTimeout(done, ms));
      const {link} = creature, told = link.told.bind(link), seen = [];
      link.told = event => { seen.push(event); told(event); };
      await link.sound();
      link.say('tell me a story');
      await until(() => link.sounding);
      await pause(600);
      document.getElementById('stop').click();
      await until(() => seen.some(event => event.type === 'reply.audio.ended'));
      const samples = new Float32Array(2048);
      let loudest = 0;
      await pause(400);
      for (let i = 0; i < 20; i++) {
        link.meter.getFloatTimeDomainData(samples);
        loudest = Math.max(loudest, ...samples.map(Math.abs));
        await pause(50);
      }
      const silent = !link.sounding;
      link.say('and now');
      await until(() => seen.some(event => event.type === 'reply.audio.ended' && !event.interrupted));
      return {silent, loudest, ended: seen.find(event => event.type === 'reply.audio.ended').interrupted,
        struck: document.querySelectorAll('.line.it s').length};
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"/", "/?link=socket"})
  void fallsSilentAndAnswersTheNextWords(String page) throws Exception {
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    Path profile = Files.createDirectory(folder.resolve("profile"));
    try (Node node =
            Node.start(
                new WebServer.Listen("127.0.0.1", 0, 0),
                DataFolder.open(folder.resolve("data")),
                List.of());
        Chromium browser = Chromium.start(program.get(), folder.resolve("no.wav"), profile)) {
      node.speakWith(new ScriptedVoice());
      browser.open(node.localUrl() + page);

      JsonNode stopped = browser.when("window.creature?.link.open", STOP);

      assertThat(stopped.path("ended").asBoolean()).as("the reply was cut").isTrue();
      assertThat(stopped.path("silent").asBoolean()).isTrue();
      assertThat(stopped.path("loudest").asDouble()).isLessThan(0.001);
      assertThat(stopped.path("struck").asInt()).as("what nobody heard").isEqualTo(1);
    }
  }
}
