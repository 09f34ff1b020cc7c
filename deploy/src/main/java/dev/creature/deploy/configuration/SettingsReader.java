package dev.creature.deploy.configuration;

import dev.creature.models.language.endpoint.ApiKey;
import dev.creature.models.language.endpoint.EndpointSettings;
import dev.creature.models.language.endpoint.FallbackSettings;
import dev.creature.voiceloop.cascade.FirstWords;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.mouth.Voices;
import dev.creature.voiceloop.turntaking.EvidenceTurnTaking;
import dev.creature.voiceloop.turntaking.SilenceTurnTaking;
import dev.creature.voiceloop.turntaking.SmartTurnTaking;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes settings of the configuration's values. */
final class SettingsReader {
  private static final String MODEL = "creature.brain.model";
  private static final String ENDPOINT = "creature.brain.endpoint.";
  private static final String FALLBACK = "creature.brain.fallback.";
  private static final String TURN_TAKING = "creature.turn-taking.";
  private static final String STRATEGY = TURN_TAKING + "strategy";

  private final ConfigurationReader reader;
  private final Map<String, String> environment;
  private final JournalReader journal;

  SettingsReader(ConfigurationReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.environment = environment;
    this.journal = new JournalReader(reader, environment);
  }

  CreatureSettings settings() {
    return new CreatureSettings(
        brain(),
        reader.file("creature.brain.persona"),
        voice(),
        mouth(),
        turnTaking(),
        firstWords(),
        journal.settings());
  }

  private BrainChoice brain() {
    // Read even when not used: a mistake shows when it is made.
    FallbackSettings fallback = fallback();
    EndpointSettings waits = waits();
    return switch (reader.text(MODEL)) {
      case "embedded" -> new BrainChoice.Embedded();
      case "large" -> new BrainChoice.Large();
      case "endpoint" -> new BrainChoice.Endpoint(endpoint(waits), fallback);
      case String other ->
          throw reader.wrong(MODEL, "must be embedded, large or endpoint, not " + other);
    };
  }

  /** All of the endpoint but where it is and its key. */
  private EndpointSettings waits() {
    return new EndpointSettings(
        URI.create("http://localhost"),
        "none",
        ApiKey.NONE,
        reader.time(ENDPOINT + "connect-timeout"),
        reader.time(ENDPOINT + "first-token-timeout"),
        reader.time(ENDPOINT + "between-tokens-timeout"),
        reader.count(ENDPOINT + "retries", 0, 10) + 1,
        reader.time(ENDPOINT + "back-off"),
        reader.truth(ENDPOINT + "extended-sampling"),
        reader.fields(ENDPOINT + "extra-fields"));
  }

  private EndpointSettings endpoint(EndpointSettings waits) {
    String url = ENDPOINT + "url";
    String model = reader.text(ENDPOINT + "model");
    needed(url, reader.text(url));
    needed(ENDPOINT + "model", model);
    ApiKey key = apiKey();
    try {
      return new EndpointSettings(
          new URI(reader.text(url)),
          model,
          key,
          waits.connect(),
          waits.firstToken(),
          waits.betweenTokens(),
          waits.attempts(),
          waits.backOff(),
          waits.extendedSampling(),
          waits.extraFields());
    } catch (URISyntaxException e) {
      // Without quoting it: a password may stand in it.
      throw reader.wrong(url, "must be an address like http://localhost:11434/v1");
    } catch (IllegalArgumentException e) {
      throw reader.wrong(url, String.valueOf(e.getMessage()));
    }
  }

  private void needed(String key, String value) {
    if (value.isEmpty()) {
      throw reader.wrong(key, MODEL, "must be set, as " + MODEL + " is endpoint: " + key);
    }
  }

  private ApiKey apiKey() {
    String variableKey = ENDPOINT + "api-key-env";
    String fileKey = ENDPOINT + "api-key-file";
    String variable = reader.text(variableKey);
    Optional<Path> file = reader.file(fileKey);
    reader.require(
        variable.isEmpty() || file.isEmpty(), fileKey, "api-key-env is set, too; choose one");
    try {
      return file.map(ApiKey::ofFile)
          .orElseGet(
              () -> variable.isEmpty() ? ApiKey.NONE : ApiKey.ofEnvironment(environment, variable));
    } catch (IllegalArgumentException e) {
      throw reader.wrong(file.isPresent() ? fileKey : variableKey, String.valueOf(e.getMessage()));
    }
  }

  private FallbackSettings fallback() {
    Duration pause = reader.time(FALLBACK + "pause");
    Duration longest = reader.time(FALLBACK + "longest-pause");
    if (longest.compareTo(pause) < 0) {
      throw reader.wrong(
          FALLBACK + "longest-pause",
          FALLBACK + "pause",
          "the longest-pause is shorter than pause");
    }
    return new FallbackSettings(
        reader.time(FALLBACK + "first-token-budget"),
        reader.count(FALLBACK + "failures-to-open", 1, 100),
        pause,
        longest);
  }

  private String voice() {
    String key = "creature.voice.name";
    String voice = reader.text(key);
    boolean known =
        voice.equals(Voices.HIBARI)
            || voice.equals(Voices.KOKORO)
            || voice.startsWith(Voices.KOKORO + ":");
    reader.require(known, key, "must be hibari, kokoro or like \"kokoro:af_heart\", not " + voice);
    return voice;
  }

  private MouthSettings mouth() {
    MouthSettings standard = MouthSettings.standard();
    return new MouthSettings(
        reader.number("creature.voice.speed", MouthSettings.SLOWEST, MouthSettings.FASTEST),
        standard.seed());
  }

  private TurnTaking turnTaking() {
    // Read even when not used: a mistake shows when it is made.
    EvidenceTurnTaking evidence =
        new EvidenceTurnTaking(reader.number(TURN_TAKING + "eagerness", 0, 1));
    SmartTurnTaking smartTurn = smartTurnTaking();
    return switch (reader.text(STRATEGY)) {
      case "evidence" -> evidence;
      case "smart-turn" -> smartTurn;
      case "silence" -> new SilenceTurnTaking(smartTurn.likelyEndSilenceMillis());
      case String other ->
          throw reader.wrong(STRATEGY, "must be evidence, smart-turn or silence, not " + other);
    };
  }

  private SmartTurnTaking smartTurnTaking() {
    Duration likely = reader.time(TURN_TAKING + "likely-end-silence");
    Duration maximum = reader.time(TURN_TAKING + "maximum-silence");
    if (maximum.compareTo(likely) < 0) {
      throw reader.wrong(
          TURN_TAKING + "maximum-silence",
          TURN_TAKING + "likely-end-silence",
          "the maximum-silence is shorter than likely-end-silence");
    }
    return new SmartTurnTaking(
        likely.toMillis(), maximum.toMillis(), reader.number(TURN_TAKING + "threshold", 0, 1));
  }

  private FirstWords firstWords() {
    return new FirstWords(
        words("creature.turn-taking.openers"),
        words("creature.turn-taking.listening-openers"),
        words("creature.turn-taking.fillers"));
  }

  private List<String> words(String path) {
    return Arrays.stream(reader.text(path).split("\\|"))
        .map(String::strip)
        .filter(o -> !o.isEmpty())
        .toList();
  }
}
