package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.deploy.configuration.BrainModel;
import dev.creature.deploy.configuration.ConfigurationFile;
import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.facebridge.server.WebServer;
import dev.creature.models.catalog.ModelCatalog;
import dev.creature.models.catalog.StoredModels;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.brain.BrainSettings;
import dev.creature.voiceloop.brain.PersonaFile;
import dev.creature.voiceloop.cascade.Cascade;
import dev.creature.voiceloop.cascade.CascadeSettings;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From a recorded voice at a browser's microphone to a spoken answer, a caption and moving lips.
 */
class BrowserConversationTest {

  /** Watches the page's own objects from when the microphone opens until the reply was heard. */
  private static final String TALK =
      """
      (async () => {
        const pause = ms => new Promise(done => setTimeout(done, ms));
        for (let i = 0; i < 200 && !(window.creature?.link.open); i++) await pause(50);
        const {link, face} = creature, seen = [], lips = [];
        const told = link.told.bind(link), play = link.play.bind(link);
        const call = link.call, playing = call?.playing.bind(call);
        let frames = 0, loudest = 0;
        link.told = event => { seen.push(event); told(event); };
        link.play = bytes => { frames++; play(bytes); };
        if (call) call.playing = t => { frames++; playing(t); };
        document.getElementById('mic').click();
        const heard = new Float32Array(1024);
        const watch = setInterval(() => {
          lips.push([link.sounding, face.frame.mouth]);
          link.meter?.getFloatTimeDomainData(heard);
          loudest = Math.max(loudest, ...heard);
        }, 20);
        for (let i = 0; i < 700; i++) {
          if (seen.some(event => event.type === 'reply.audio.ended')) break;
          await pause(50);
        }
        await pause(400);
        clearInterval(watch);
        return {
          call: !!link.call, loudest, types: seen.map(event => event.type), frames,
          said: document.querySelector('.line.you')?.textContent ?? '',
          answer: document.querySelector('.line.it')?.textContent ?? '',
          moved: Math.max(0, ...lips.filter(([sounds]) => sounds).map(([, mouth]) => mouth)),
          atRest: lips.at(-1)[1],
        };
      })()
      """;

  @TempDir private Path folder;

  @Test
  void answersAPersonAtTheBrowsersMicrophoneAloudAndWithItsLipsOverBothLinks() throws Exception {
    Optional<Path> program = Chromium.program();
    assumeTrue(program.isPresent(), "there is no Chromium: install the package chromium");
    StoredModels stored = StoredModels.in(ModelFolder.ofUser());
    assumeTrue(
        ModelCatalog.load().named(List.of("default")).stream()
            .allMatch(model -> stored.state(model) == StoredModels.State.READY),
        "the default models are missing: run ./creature models pull");
    Path microphone = SpokenWav.write(Recordings.BEDROOM, folder.resolve("microphone.wav"));
    CreatureSettings chosen = new ConfigurationFile(Map.of(), folder).read(Optional.empty());

    try (Node node =
            Node.start(
                new WebServer.Listen("127.0.0.1", 0, 0),
                DataFolder.open(folder.resolve("data")),
                List.of());
        InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
        Cascade cascade =
            Cascade.open(
                runtime,
                stored.folder(),
                () -> BrainModel.open(chosen.brain(), runtime, stored.folder(), BrainModel::log),
                new CascadeSettings(
                    VoiceActivitySettings.standard(),
                    chosen.noise(),
                    chosen.turnTaking(),
                    PersonaFile.ofDefault(),
                    BrainSettings.usual(),
                    chosen.firstWords(),
                    chosen.voice(),
                    chosen.mouth()))) {
      node.speakWith(cascade.engine());
      assertThat(talk(program.get(), microphone, node.localUrl() + "/").path("call").asBoolean())
          .isTrue();
      JsonNode bySocket = talk(program.get(), microphone, node.localUrl() + "/?link=socket");
      assertThat(bySocket.path("call").asBoolean()).isFalse();
    }
  }

  /** A browser of its own opens the page, and all that is to be seen and heard there is. */
  private JsonNode talk(Path program, Path microphone, String url) throws Exception {
    Path profile = Files.createTempDirectory(folder, "profile");
    try (Chromium browser = Chromium.start(program, microphone, profile)) {
      browser.open(url);

      JsonNode talk = browser.evaluate(TALK);

      assertThat(talk.path("types").toString())
          .as(talk.toString())
          .contains("user.final", "reply.audio.started", "reply.audio.ended");
      assertThat(talk.path("said").asText().toLowerCase(Locale.ROOT)).contains("bedroom");
      assertThat(talk.path("answer").asText()).isNotBlank();
      assertThat(talk.path("frames").asInt()).isGreaterThan(5);
      assertThat(talk.path("loudest").asDouble()).as("to be heard").isGreaterThan(0.02);
      assertThat(talk.path("moved").asDouble()).isGreaterThan(0.3);
      assertThat(talk.path("atRest").asDouble()).isLessThan(0.05);
      return talk;
    }
  }
}
