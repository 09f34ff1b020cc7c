package dev.creature.deploy.command;

import dev.creature.deploy.configuration.BrainModel;
import dev.creature.deploy.configuration.ConfigurationFile;
import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.brain.BrainSettings;
import dev.creature.voiceloop.brain.PersonaFile;
import dev.creature.voiceloop.cascade.Cascade;
import dev.creature.voiceloop.cascade.CascadeSettings;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.mouth.Voices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
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
    CreatureSettings chosen = settings();
    CascadeSettings settings =
        new CascadeSettings(
            VoiceActivitySettings.standard(),
            chosen.turnTaking(),
            chosen.persona().map(PersonaFile::read).orElseGet(PersonaFile::ofDefault),
            BrainSettings.usual(),
            chosen.firstWords(),
            chosen.voice(),
            chosen.mouth());
    // Before threads start: two that log their first line at once make the logger complain.
    LoggerFactory.getILoggerFactory();
    ModelFolder folder = models.with(wanted(chosen).toArray(String[]::new));
    InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
    return new OpenVoice(
        runtime,
        Cascade.open(
            runtime,
            folder,
            () -> BrainModel.open(chosen.brain(), runtime, folder, BrainModel::log),
            settings));
  }

  private static List<String> wanted(CreatureSettings chosen) {
    List<String> wanted = new ArrayList<>(List.of("default"));
    if (chosen.voice().startsWith(Voices.KOKORO)) {
      wanted.add("kokoro");
    }
    wanted.addAll(BrainModel.wanted(chosen.brain()));
    return wanted;
  }
}
