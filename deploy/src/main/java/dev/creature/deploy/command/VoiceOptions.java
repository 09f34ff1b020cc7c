package dev.creature.deploy.command;

import dev.creature.models.language.embedded.ConversationLimit;
import dev.creature.models.language.embedded.EmbeddedLanguageModel;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.brain.BrainSettings;
import dev.creature.voiceloop.brain.PersonaFile;
import dev.creature.voiceloop.cascade.Cascade;
import dev.creature.voiceloop.cascade.CascadeSettings;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.mouth.MouthSettings;
import dev.creature.voiceloop.mouth.Voices;
import dev.creature.voiceloop.turntaking.SmartTurnTaking;
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
      names = "--voice",
      paramLabel = "VOICE",
      description =
          "hibari, or kokoro with a speaker: kokoro:af_heart (default: ${DEFAULT-VALUE}).")
  private String voice = Voices.HIBARI;

  @Option(
      names = "--persona",
      paramLabel = "FILE",
      description = "Who the creature is (default: the persona that comes with it).")
  private Optional<Path> persona = Optional.empty();

  /** Where the models are. */
  ModelsOption models() {
    return models;
  }

  /** Gets the models ready, opens and warms them. */
  OpenVoice open() {
    CascadeSettings settings =
        new CascadeSettings(
            VoiceActivitySettings.standard(),
            SmartTurnTaking.standard(),
            persona.map(PersonaFile::read).orElseGet(PersonaFile::ofDefault),
            BrainSettings.usual(),
            voice,
            MouthSettings.standard());
    // Before threads start: two that log their first line at once make the logger complain.
    LoggerFactory.getILoggerFactory();
    ModelFolder folder = models.with(wanted().toArray(String[]::new));
    InferenceRuntime runtime = InferenceRuntime.start(RuntimeSettings.forThisMachine());
    return new OpenVoice(
        runtime,
        Cascade.open(
            runtime,
            folder,
            () ->
                EmbeddedLanguageModel.open(
                    runtime, folder, EmbeddedLanguageModel.SMOLLM2, ConversationLimit.VOICE),
            settings));
  }

  private List<String> wanted() {
    List<String> wanted = new ArrayList<>(List.of("default"));
    if (voice.startsWith(Voices.KOKORO)) {
      wanted.add("kokoro");
    }
    return wanted;
  }
}
