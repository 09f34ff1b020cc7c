package dev.creature.deploy.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.creature.deploy.load.SimulatedVoice;
import dev.creature.deploy.node.DataFolder;
import dev.creature.deploy.node.Node;
import dev.creature.deploy.node.NodePlan;
import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.telemetry.TelemetrySettings;
import dev.creature.facebridge.certificate.LocalNames;
import dev.creature.facebridge.server.WebServer;
import dev.creature.facebridge.webrtc.RelayService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser that may take no way but the relay, and a real coturn. */
class RelayInBrowserTest {
  private static final String SECRET = "shared by creature and relay";

  /** Speaks, waits until an answer was heard, and tells which way all that went. */
  private static final String TALK =
      """
      (async () => {
        const pause = ms => new Promise(done => setTimeout(done, ms));
        for (let i = 0; i < 400 && !(window.creature?.link.open); i++) await pause(50);
        const {link} = creature, call = link.call;
        if (!call) return {call: false, open: link.open};
        let frames = 0;
        const playing = call.playing.bind(call);
        call.playing = t => { frames++; playing(t); };
        document.getElementById('mic').click();
        for (let i = 0; i < 400 && frames < 5; i++) await pause(50);
        const stats = [...(await call.peer.getStats()).values()];
        const transport = stats.find(({type}) => type === 'transport');
        const pair = stats.find(({id}) => id === transport.selectedCandidatePairId);
        return {call: true, frames, way: stats.find(({id}) => id === pair.localCandidateId).candidateType};
      })()
      """;

  @TempDir private Path folder;
  private Path chromium = Path.of("");
  private Path coturn = Path.of("");

  @BeforeEach
  void findThePrograms() {
    Optional<Path> browser = Chromium.program();
    Optional<Path> relay = TurnServer.program();
    assumeTrue(browser.isPresent(), "there is no Chromium: install the package chromium");
    assumeTrue(relay.isPresent(), "there is no coturn: install the package coturn");
    chromium = browser.get();
    coturn = relay.get();
  }

  @Test
  void talksThroughTheRelayWhereNoOtherWayLeads() throws Exception {
    JsonNode talk = talk(SECRET);

    assertThat(talk.path("way").asText()).as(talk.toString()).isEqualTo("relay");
    assertThat(talk.path("frames").asInt()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void takesTheWebSocketWhereTheRelayRefuses() throws Exception {
    JsonNode talk = talk("another secret");

    assertThat(talk.path("call").asBoolean(true)).as(talk.toString()).isFalse();
    assertThat(talk.path("open").asBoolean()).isTrue();
  }

  /** What a page says of a talk whose relay knows this secret. */
  private JsonNode talk(String known) throws Exception {
    String address = LocalNames.here().lanAddress().orElse("127.0.0.1");
    try (TurnServer relay = TurnServer.start(coturn, address, known, folder);
        SimulatedVoice voice = new SimulatedVoice(1, Duration.ofMillis(50));
        Node node =
            Node.start(
                new WebServer.Listen("127.0.0.1", 0, 0),
                DataFolder.open(folder.resolve("data")),
                List.of(),
                new NodePlan(
                    JournalSettings.FILE,
                    Optional.empty(),
                    Optional.empty(),
                    TelemetrySettings.NONE,
                    new RelayService(List.of(relay.url()), SECRET)))) {
      node.speakWith(voice);
      Path microphone = SpokenWav.write(Recordings.BEDROOM, folder.resolve("microphone.wav"));
      Path profile = Files.createDirectory(folder.resolve("profile"));
      try (Chromium page = Chromium.start(chromium, microphone, profile)) {
        page.open(node.localUrl() + "/?link=relay");
        return page.evaluate(TALK);
      }
    }
  }
}
