package dev.creature.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.storage.JournalSettings;
import dev.creature.deploy.telemetry.TelemetrySettings;
import dev.creature.facebridge.webrtc.RelayService;
import dev.creature.models.language.endpoint.EndpointSettings;
import dev.creature.models.language.endpoint.FallbackSettings;
import dev.creature.voiceloop.cascade.FirstWords;
import dev.creature.voiceloop.cascade.SoundSign;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.noise.NoiseSuppression;
import dev.creature.voiceloop.turntaking.EvidenceTurnTaking;
import dev.creature.voiceloop.turntaking.SmartTurnTaking;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigurationFileTest extends WrittenConfiguration {
  @Test
  void withoutAFileTheDefaultsAreTheUsualValuesOfEachPart() {
    CreatureSettings settings = reader().read(Optional.empty());
    assertThat(settings)
        .isEqualTo(
            new CreatureSettings(
                new BrainChoice.Embedded(),
                Optional.empty(),
                "hibari",
                MouthSettings.standard(),
                NoiseSuppression.NONE,
                EvidenceTurnTaking.standard(),
                new FirstWords(
                    List.of("Okay.", "Sure.", "All right."),
                    List.of("I see.", "Mm-hm.", "Right."),
                    List.of("Well,", "Let me see."),
                    List.of("Mm-hm."),
                    SoundSign.NONE),
                JournalSettings.FILE,
                TelemetrySettings.NONE,
                RelayService.NONE,
                DeedSettings.usual(1)));
  }

  @Test
  void readsWhereTheJournalIsAndNeverShowsItsPassword() throws IOException {
    environment.put("JOURNAL_PASSWORD", "hush");
    JournalSettings journal =
        read("creature.journal { url = \"jdbc:postgresql://host/c\", user = me,"
                + " password-env = JOURNAL_PASSWORD }")
            .journal();
    assertThat(journal.isShared()).isTrue();
    assertThat(journal.password().value()).isEqualTo("hush");
    assertThat(journal.toString()).doesNotContain("hush");
  }

  @Test
  void aSmallModelOpensWhereABetterOneGoesOn() throws IOException {
    assertThat(read("creature.brain { model = large, opener = true }").brain())
        .isEqualTo(new BrainChoice.Opened(new BrainChoice.Large(), Duration.ofMillis(900)));
    refuses("creature.brain.opener = true", "creature.brain.opener", "large or endpoint");
  }

  @Test
  void noiseIsTakenOutWhereThatIsAskedFor() throws IOException {
    assertThat(read("creature.ears.noise-suppression = spectral").noise())
        .isSameAs(NoiseSuppression.SPECTRAL);
    refuses("creature.ears.noise-suppression = loud", "none or spectral", "loud");
  }

  @Test
  void aModelInThisProcessMayPlan() throws IOException {
    assertThat(read("creature.reasoner { model = embedded, step-limit = 90 s }").deeds().planner())
        .isEqualTo(new PlannerChoice.Embedded(java.time.Duration.ofSeconds(90)));
    refuses("creature.reasoner.model = local", "recipes, embedded or endpoint", "local");
  }

  @Test
  void aBodyOfTheUsersIsRead() throws IOException {
    DeedSettings deeds =
        read("""
        creature {
          body { kind = rosbridge, url = "ws://robot.local:9090/", ros.action = /do }
          policy.quiet-hours = "22:00-07:00"
          reasoner { model = endpoint, endpoint { url = "http://localhost:1", model = m } }
          mcp.servers {
            home { url = "http://localhost:3001/mcp" }
            files { command = [npx, server], environment { ROOT = /tmp } }
          }
        }
        """)
            .deeds();
    assertThat(deeds.body())
        .isInstanceOfSatisfying(
            BodyChoice.Rosbridge.class,
            body -> assertThat(body.settings().action()).isEqualTo("/do"));
    assertThat(deeds.quietHours()).contains("22:00-07:00");
    assertThat(deeds.planner()).isInstanceOf(PlannerChoice.Endpoint.class);
    assertThat(deeds.servers())
        .containsEntry(
            "home",
            new dev.creature.tools.mcp.McpAddress.Http(
                java.net.URI.create("http://localhost:3001/mcp")))
        .containsKey("files");
  }

  @Test
  void theWaitsOfAnEndpointAreTheUsualOnesWhereTheFileIsSilent() throws IOException {
    assertThat(read(ENDPOINT).brain())
        .isEqualTo(
            new BrainChoice.Endpoint(
                EndpointSettings.of(URI.create("http://localhost:9/v1"), "m"),
                FallbackSettings.usual()));
  }

  @Test
  void readsWhatTheFileSays() throws IOException {
    environment.put("MY_KEY", "sk-secret");
    CreatureSettings settings =
        read(
            """
            creature {
              brain {
                model = endpoint
                persona = "pip.md"
                endpoint {
                  url = "https://example.org/v1", model = big, api-key-env = MY_KEY
                  connect-timeout = 2 s, first-token-timeout = 700, retries = 0
                  extended-sampling = yes
                  extra-fields { keep_alive = 1h, options { seed = 3 } }
                }
                fallback { failures-to-open = 5, pause = 1 minute }
              }
              voice { name = "kokoro:af_heart", speed = 1.5 }
              turn-taking { strategy = smart-turn, likely-end-silence = 200 ms, threshold = 0.7 }
            }
            """);
    assertThat(settings.persona()).contains(folder.resolve("pip.md"));
    assertThat(settings.voice()).isEqualTo("kokoro:af_heart");
    assertThat(settings.mouth().speed()).isEqualTo(1.5);
    assertThat(settings.turnTaking()).isEqualTo(new SmartTurnTaking(200, 1200, 0.7));
    assertThat(settings.brain())
        .isInstanceOfSatisfying(
            BrainChoice.Endpoint.class,
            choice -> {
              assertThat(choice.endpoint().firstToken()).isEqualTo(Duration.ofMillis(700));
              assertThat(choice.endpoint().attempts()).isEqualTo(1);
              assertThat(choice.endpoint().extendedSampling()).isTrue();
              assertThat(choice.endpoint().apiKey()).hasToString("ApiKey[hidden]");
              assertThat(choice.endpoint().extraFields())
                  .containsEntry("keep_alive", "1h")
                  .containsEntry("options", Map.of("seed", 3));
              assertThat(choice.fallback().failuresToOpen()).isEqualTo(5);
              assertThat(choice.fallback().pause()).isEqualTo(Duration.ofMinutes(1));
            });
  }

  @Test
  void theUsersOwnFileIsReadUnlessAnotherIsNamed() throws IOException {
    environment.put("XDG_CONFIG_HOME", folder.toString());
    Files.createDirectories(folder.resolve("creature"));
    Files.writeString(folder.resolve("creature/creature.conf"), "creature.voice.name = kokoro");
    assertThat(reader().read(Optional.empty()).voice()).isEqualTo("kokoro");
    assertThat(read("creature.voice.speed = 2").voice()).isEqualTo("hibari");
    environment.put("XDG_CONFIG_HOME", "relative");
    assertThat(reader().users()).isEqualTo(folder.resolve(".config/creature/creature.conf"));
  }

  @Test
  void theCommandLineWinsOverTheFile() throws IOException {
    CreatureSettings settings =
        read("creature { voice.name = kokoro, brain.persona = a.md }")
            .with(Optional.of("hibari"), Optional.of(Path.of("b.md")));
    assertThat(settings.voice()).isEqualTo("hibari");
    assertThat(settings.persona()).contains(Path.of("b.md"));
  }
}
