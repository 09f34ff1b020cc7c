package dev.creature.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationFileTest {
  private static final String ENDPOINT =
      "creature.brain { model = endpoint, endpoint { url = \"http://localhost:9/v1\", model = m } }\n";

  @TempDir private Path folder;
  private final Map<String, String> environment = new HashMap<>();

  private CreatureSettings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("my.conf"), text);
    return reader().read(Optional.of(file));
  }

  private ConfigurationFile reader() {
    return new ConfigurationFile(environment, folder);
  }

  private void refuses(String text, String... words) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(BadConfiguration.class)
        .message()
        .contains(words)
        .doesNotContain("\n");
  }

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
  void whatIsWrongWithABodyIsSaidWithItsKey() {
    assertThatThrownBy(() -> read("creature.body.kind = car"))
        .hasMessageContaining("creature.body.kind: must be simulated, rosbridge or reachy");
    assertThatThrownBy(() -> read("creature.body.kind = reachy"))
        .hasMessageContaining("must be set for this kind of body: creature.body.url");
    assertThatThrownBy(() -> read("creature.body { kind = reachy, url = \"ws://x\" }"))
        .hasMessageContaining("creature.body.url: must be an address like http://");
    assertThatThrownBy(() -> read("creature.body.world = nowhere.conf"))
        .hasMessageContaining("creature.body.world: there is no file");
    assertThatThrownBy(() -> read("creature.policy.quiet-hours = late"))
        .hasMessageContaining("creature.policy.quiet-hours: must be like 22:00-07:00");
    assertThatThrownBy(() -> read("creature.mcp.servers.home { uri = x }"))
        .hasMessageContaining("creature.mcp.servers.home: there is no such key: uri");
    assertThatThrownBy(() -> read("creature.reasoner.model = endpoint"))
        .hasMessageContaining("creature.reasoner.endpoint.url");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          voice.nmae = hibari                  | creature.voice.nmae   | there is no such key; creature.voice has name, speed
          brain.endpoint.extra-filds { a = 1 } | brain.endpoint.extra-filds | there is no such key
          brain = 3                            | creature.brain        | must be a section
          voice.name { a = 1 }                 | creature.voice.name   | must be a text
          voice.name = null                    | creature.voice.name   | must have a value
          voice.name = parrot                  | creature.voice.name   | hibari, kokoro
          voice.speed = fast                   | creature.voice.speed  | a number from 0.5 to 2.0
          voice.speed = 9                      | creature.voice.speed  | not 9.0
          brain.model = smart                  | creature.brain.model  | embedded, large or endpoint
          brain.endpoint.retries = 1.5         | endpoint.retries      | a whole number from 0 to 10
          brain.endpoint.retries = -1          | endpoint.retries      | a whole number from 0 to 10
          brain.endpoint.connect-timeout = soon | connect-timeout      | a time, such as
          brain.endpoint.connect-timeout = -1 s | connect-timeout      | from 1 ms to 24 h
          brain.endpoint.back-off = 900 days   | endpoint.back-off     | from 1 ms to 24 h
          brain.endpoint.extended-sampling = 1 | extended-sampling     | true or false
          brain.endpoint.extra-fields { a = null } | extra-fields      | the field a is null
          brain.fallback.failures-to-open = 0  | failures-to-open      | from 1 to 100
          brain.fallback.pause = 1 h           | fallback.pause        | longest-pause is shorter
          turn-taking.maximum-silence = 1 ms   | maximum-silence       | is shorter than
          turn-taking.likely-end-silence = 5 s | likely-end-silence    | is shorter than
          turn-taking.threshold = 1.1          | turn-taking.threshold | from 0.0 to 1.0
          brain.model = endpoint               | creature.brain.model  | endpoint.url
          """)
  void namesFileLineAndKeyOfAMistake(String line, String key, String what) {
    refuses("# A comment.\ncreature." + line, folder.resolve("my.conf") + ":2: ", key, what);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          url = "ftp://localhost/v1"      | endpoint.url          | http://localhost:11434/v1
          url = "http://me:pass@host/v1"  | endpoint.url          | no user
          url = "http://me:pass@ho st/"   | endpoint.url          | an address like
          model = ""                      | endpoint.model        | must be set
          api-key-env = NO_SUCH_VARIABLE  | endpoint.api-key-env  | NO_SUCH_VARIABLE
          api-key-file = no.such.file     | endpoint.api-key-file | no.such.file
          """)
  void saysWhatIsWrongWithAnEndpointAndNeverItsPassword(String line, String key, String what) {
    refuses(ENDPOINT + "creature.brain.endpoint." + line, "my.conf:", key, what);
    assertThatThrownBy(() -> read(ENDPOINT + "creature.brain.endpoint." + line))
        .message()
        .doesNotContain("pass@");
  }

  @Test
  void refusesTwoPlacesForOneKey() {
    refuses(
        ENDPOINT + "creature.brain.endpoint { api-key-env = A, api-key-file = b }",
        "my.conf:2: ",
        "choose one");
  }

  @Test
  void refusesWhatDoesNotBeginWithCreature() {
    refuses("\n\nvoice.speed = 1", "my.conf:3: voice: ", "all keys begin with creature");
  }

  @Test
  void refusesAFileThatIsNotInTheForm() {
    refuses("creature {\n  voice = = }\n", "my.conf:2: ");
    refuses("\ncreature.voice.name = ${nobody.knows}\n", "my.conf", "2", "nobody.knows");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> reader().read(Optional.of(folder.resolve("none.conf"))))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("none.conf: cannot be read");
  }
}
