package dev.creature.deploy.command;

import dev.creature.deploy.configuration.ConfigurationFile;
import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.models.runtime.RuntimeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** For every command that converses: who speaks, and how. */
final class VoiceOptions {
  @Mixin private ModelsOption models;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration (default: creature/creature.conf in the user's configuration folder).")
  private Optional<Path> config = Optional.empty();

  @Option(
      names = "--voice",
      paramLabel = "VOICE",
      description =
          "hibari, or kokoro with a speaker: kokoro:af_heart (default: the configuration's).")
  private Optional<String> voice = Optional.empty();

  @Option(
      names = "--persona",
      paramLabel = "FILE",
      description = "Who the creature is (default: the configuration's).")
  private Optional<Path> persona = Optional.empty();

  /** Where the models are. */
  ModelsOption models() {
    return models;
  }

  /**
   * What was chosen by the configuration and the options.
   *
   * @throws dev.creature.deploy.configuration.BadConfiguration when it cannot be used
   */
  CreatureSettings settings() {
    return ConfigurationFile.ofUser().read(config).with(voice, persona);
  }

  /** Gets the models ready, opens and warms them. */
  OpenVoice open() {
    return open(settings());
  }

  /** The same for whoever measures delays: only words count as an answer. */
  OpenVoice openToMeasure() {
    return open(settings().toMeasure());
  }

  private OpenVoice open(CreatureSettings settings) {
    return OpenVoice.open(
        settings, models, RuntimeSettings.forThisMachine(), OpenVoice.Time.real());
  }

  /** The text of the configuration file; empty where there is none. */
  String configuration() throws IOException {
    Path file = config.orElseGet(() -> ConfigurationFile.ofUser().users());
    return Files.exists(file) ? Files.readString(file) : "";
  }
}
