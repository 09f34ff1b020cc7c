package dev.creature.deploy.configuration;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to somebody whose configuration cannot be used. */
class ConfigurationMistakesTest extends WrittenConfiguration {
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
