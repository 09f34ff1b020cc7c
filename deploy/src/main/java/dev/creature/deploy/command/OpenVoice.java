package dev.creature.deploy.command;

import dev.creature.deploy.configuration.BrainModel;
import dev.creature.deploy.configuration.CreatureSettings;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.RuntimeSettings;
import dev.creature.models.store.ModelFolder;
import dev.creature.voiceloop.brain.BrainSettings;
import dev.creature.voiceloop.brain.Persona;
import dev.creature.voiceloop.brain.PersonaFile;
import dev.creature.voiceloop.brain.VoiceBrain;
import dev.creature.voiceloop.cascade.Cascade;
import dev.creature.voiceloop.cascade.CascadeSettings;
import dev.creature.voiceloop.ears.VoiceActivitySettings;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.mouth.Voices;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;

/** A voice that is ready to converse, with what it runs on. */
record OpenVoice(InferenceRuntime runtime, Cascade cascade) implements AutoCloseable {
  /**
   * What a brain takes its time from.
   *
   * @param clock the user's time of day
   * @param threads hand over what is known without thinking
   */
  record Time(Clock clock, ExecutorService threads) {
    /** That of this machine. */
    static Time real() {
      return new Time(
          Clock.system(ZoneId.systemDefault()),
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("brain-", 1).factory()));
    }
  }

  /** Gets the models ready, opens and warms them. */
  static OpenVoice open(
      CreatureSettings chosen, ModelsOption models, RuntimeSettings threads, Time time) {
    Persona persona = chosen.persona().map(PersonaFile::read).orElseGet(PersonaFile::ofDefault);
    CascadeSettings settings =
        new CascadeSettings(
            VoiceActivitySettings.standard(),
            chosen.noise(),
            chosen.turnTaking(),
            persona,
            BrainSettings.usual(),
            chosen.firstWords(),
            chosen.voice(),
            chosen.mouth());
    // Before threads start: two that log their first line at once make the logger complain.
    LoggerFactory.getILoggerFactory();
    ModelFolder folder = models.with(wanted(chosen).toArray(String[]::new));
    InferenceRuntime runtime = InferenceRuntime.start(threads);
    return new OpenVoice(
        runtime,
        Cascade.open(
            runtime,
            folder,
            settings,
            () ->
                new VoiceBrain(
                    BrainModel.open(chosen.brain(), runtime, folder, BrainModel::log),
                    persona,
                    settings.brain(),
                    time.clock(),
                    time.threads())));
  }

  private static List<String> wanted(CreatureSettings chosen) {
    List<String> wanted = new ArrayList<>(List.of("default"));
    if (chosen.voice().startsWith(Voices.KOKORO)) {
      wanted.add("kokoro");
    }
    wanted.addAll(BrainModel.wanted(chosen.brain()));
    return wanted;
  }

  VoiceEngine engine() {
    return cascade.engine();
  }

  @Override
  public void close() {
    cascade.close();
    runtime.close();
  }
}
