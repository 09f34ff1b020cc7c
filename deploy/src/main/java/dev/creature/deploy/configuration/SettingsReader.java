package dev.creature.deploy.configuration;

import dev.creature.models.language.endpoint.FallbackSettings;
import dev.creature.voiceloop.cascade.FirstWords;
import dev.creature.voiceloop.cascade.SoundSign;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.mouth.Voices;
import dev.creature.voiceloop.noise.NoiseSuppression;
import dev.creature.voiceloop.turntaking.EvidenceTurnTaking;
import dev.creature.voiceloop.turntaking.SilenceTurnTaking;
import dev.creature.voiceloop.turntaking.SmartTurnTaking;
import dev.creature.voiceloop.turntaking.TurnTaking;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes settings of the configuration's values. */
final class SettingsReader {
  private static final String MODEL = "creature.brain.model";
  private static final String OPENER = "creature.brain.opener";
  private static final String FALLBACK = "creature.brain.fallback.";
  private static final String TURN_TAKING = "creature.turn-taking.";
  private static final String STRATEGY = TURN_TAKING + "strategy";
  private static final String SIGN = TURN_TAKING + "acknowledgement";

  private final ConfigurationReader reader;
  private final Map<String, String> environment;
  private final SecretReader secrets;

  SettingsReader(ConfigurationReader reader, Map<String, String> environment) {
    this.reader = reader;
    this.environment = environment;
    this.secrets = new SecretReader(reader, environment);
  }

  CreatureSettings settings() {
    return new CreatureSettings(
        brain(),
        reader.file("creature.brain.persona"),
        voice(),
        mouth(),
        noise(),
        turnTaking(),
        firstWords(),
        new JournalReader(reader, secrets).settings(),
        new TelemetryReader(reader, secrets).settings(),
        new RelayReader(reader, secrets).settings(),
        new DeedSettingsReader(reader, environment).settings());
  }

  private BrainChoice brain() {
    // Read even when not used: a mistake shows when it is made.
    FallbackSettings fallback = fallback();
    EndpointReader endpoint = new EndpointReader(reader, environment, "creature.brain.");
    BrainChoice chosen =
        switch (reader.text(MODEL)) {
          case "embedded" -> new BrainChoice.Embedded();
          case "large" -> new BrainChoice.Large();
          case "endpoint" -> new BrainChoice.Endpoint(endpoint.settings(), fallback);
          case String other ->
              throw reader.wrong(MODEL, "must be embedded, large or endpoint, not " + other);
        };
    if (!reader.truth(OPENER)) {
      return chosen;
    }
    return switch (chosen) {
      case BrainChoice.Better better -> new BrainChoice.Opened(better, fallback.firstTokenBudget());
      case BrainChoice.Embedded(), BrainChoice.Opened _ ->
          throw reader.wrong(OPENER, "needs a model that goes on: large or endpoint");
    };
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

  private NoiseSuppression noise() {
    String key = "creature.ears.noise-suppression";
    return switch (reader.text(key)) {
      case "none" -> NoiseSuppression.NONE;
      case "spectral" -> NoiseSuppression.SPECTRAL;
      case String other -> throw reader.wrong(key, "must be none or spectral, not " + other);
    };
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
        words("creature.turn-taking.fillers"),
        words("creature.turn-taking.backchannels"),
        sign());
  }

  private SoundSign sign() {
    return switch (reader.text(SIGN)) {
      case "none" -> SoundSign.NONE;
      case "breath" -> SoundSign.BREATH;
      case "hum" -> SoundSign.HUM;
      case "chirp" -> SoundSign.CHIRP;
      case String other ->
          throw reader.wrong(SIGN, "must be none, breath, hum or chirp, not " + other);
    };
  }

  private List<String> words(String path) {
    return Arrays.stream(reader.text(path).split("\\|"))
        .map(String::strip)
        .filter(o -> !o.isEmpty())
        .toList();
  }
}
