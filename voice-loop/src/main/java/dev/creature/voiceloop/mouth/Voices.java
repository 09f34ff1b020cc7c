package dev.creature.voiceloop.mouth;

import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.store.Assembled;
import dev.creature.models.store.Assembly;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.voice.HibariAssembly;
import dev.creature.models.voice.HibariVoice;
import dev.creature.models.voice.KokoroAssembly;
import dev.creature.models.voice.KokoroVoice;
import dev.creature.models.voice.ReadingModel;
import dev.creature.models.voice.VoiceModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Opens voices by their names in settings. */
public final class Voices {
  /** The small fast voice. */
  public static final String HIBARI = "hibari";

  /** The bigger voice; a speaker or a mixture of speakers may follow a colon. */
  public static final String KOKORO = "kokoro";

  private static final String KOKORO_SPEAKER = "af_heart";
  private static final String KOKORO_MODEL = "kokoro-82m";
  private static final String KOKORO_SPEAKERS = "kokoro-voices";

  private Voices() {}

  /**
   * Opens a mouth.
   *
   * @param models where the models are; what is not assembled yet is assembled now
   * @param voice {@code hibari}, {@code kokoro}, {@code kokoro:bm_george}, {@code
   *     kokoro:af_heart:0.6+am_adam:0.4}
   * @throws ModelFailure when there is no such voice
   * @throws MissingModel when its model was not fetched
   */
  public static Mouth open(
      InferenceRuntime runtime, ModelFolder models, String voice, MouthSettings settings) {
    VoiceModel opened = openVoice(runtime, models, voice.strip());
    ReadingModel reading =
        ReadingModel.open(
            runtime, assembled(models, HIBARI, new HibariAssembly()), opened.accent());
    return new Mouth(runtime.pool(), reading, opened, settings);
  }

  private static VoiceModel openVoice(InferenceRuntime runtime, ModelFolder models, String voice) {
    Path hibari = assembled(models, HIBARI, new HibariAssembly());
    if (voice.equals(HIBARI)) {
      return HibariVoice.open(runtime, hibari);
    }
    if (voice.equals(KOKORO) || voice.startsWith(KOKORO + ":")) {
      String speaker = voice.equals(KOKORO) ? KOKORO_SPEAKER : voice.substring(KOKORO.length() + 1);
      return KokoroVoice.open(
          runtime,
          assembled(models, KOKORO_MODEL, new KokoroAssembly()),
          hibari,
          models.source(KOKORO_SPEAKERS),
          speaker);
    }
    throw new ModelFailure(
        "there is no voice \"%s\"; choose hibari, kokoro or kokoro:SPEAKER, as in kokoro:af_heart"
            .formatted(voice));
  }

  private static Path assembled(ModelFolder models, String id, Assembly assembly) {
    try {
      return Assembled.ensure(models, id, assembly);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
