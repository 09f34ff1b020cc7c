package dev.creature.voiceloop.cascade;

import dev.creature.models.language.LanguageModel;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.Lane;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.turn.SmartTurn;
import dev.creature.models.vad.SileroVad;
import dev.creature.models.whisper.Recognizer;
import dev.creature.models.whisper.WhisperModel;
import dev.creature.voiceloop.brain.VoiceBrain;
import dev.creature.voiceloop.ears.VoiceDetector;
import dev.creature.voiceloop.engine.VoiceEngine;
import dev.creature.voiceloop.mouth.Mouth;
import dev.creature.voiceloop.mouth.Voices;
import dev.creature.voiceloop.recognition.StreamingRecognizer;
import dev.creature.voiceloop.script.SpeechJudge;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The cascade's models, open and warm, shared by all conversations of the process.
 *
 * <p>Opened side by side, since each waits for the disk; then each has run once, so that the first
 * turn is as fast as the next.
 */
public final class Cascade implements AutoCloseable {
  /** Conversation of the warming runs; no real one may have this name. */
  private static final String WARMING = ".warming";

  /** From here on a window counts as speech when a recording is measured. */
  private static final double SPEECH_PROBABILITY = 0.35;

  private final VoiceBrain brain;
  private final VoiceEngine engine;
  private final SileroVad vad;

  private Cascade(VoiceBrain brain, VoiceEngine engine, SileroVad vad) {
    this.brain = brain;
    this.engine = engine;
    this.vad = vad;
  }

  /**
   * Opens and warms everything.
   *
   * @param runtime what the models run on; not closed by this
   * @param models fetched and assembled
   * @param languageModel opens the brain's model; closed by this
   * @throws dev.creature.models.runtime.ModelFailure when a model cannot be loaded or run
   */
  public static Cascade open(
      InferenceRuntime runtime,
      ModelFolder models,
      Supplier<LanguageModel> languageModel,
      CascadeSettings settings) {
    return open(
        runtime,
        models,
        settings,
        () ->
            new VoiceBrain(
                languageModel.get(),
                settings.persona(),
                settings.brain(),
                Clock.system(ZoneId.systemDefault())));
  }

  /**
   * As above, with a brain made elsewhere.
   *
   * @param brains makes it, with its model; closed by this
   */
  public static Cascade open(
      InferenceRuntime runtime,
      ModelFolder models,
      CascadeSettings settings,
      Supplier<VoiceBrain> brains) {
    CompletableFuture<SileroVad> vad = opening(() -> SileroVad.open(runtime, models));
    CompletableFuture<SmartTurn> smartTurn = opening(() -> SmartTurn.open(runtime, models));
    CompletableFuture<Recognizer> whisper =
        opening(() -> new Recognizer(WhisperModel.open(runtime, models)));
    CompletableFuture<Mouth> mouth =
        opening(() -> Voices.open(runtime, models, settings.voice(), settings.mouth()));
    VoiceBrain brain = brains.get();
    Ears ears =
        new LocalEars(
            runtime.pool(),
            () -> {
              VoiceDetector detector = new VoiceDetector(vad.join());
              return window -> detector.probability(window, 0);
            },
            turn -> smartTurn.join().probability(turn, 0, turn.length),
            new WhisperRecognition(new StreamingRecognizer(whisper.join(), runtime.pool())),
            settings.noise(),
            settings.ears());
    warm(runtime, vad.join(), smartTurn.join(), whisper.join(), mouth.join(), brain);
    Voice voice =
        LocalVoice.prepare(brain, mouth.join(), settings.firstWords(), WARMING)
            .toCompletableFuture()
            .join();
    return new Cascade(
        brain,
        new CascadeVoiceEngine(new CascadeParts(ears, voice, settings.turnTaking())),
        vad.join());
  }

  /** The engine that conversations speak with. */
  public VoiceEngine engine() {
    return engine;
  }

  /** See {@link VoiceBrain#answerDeedsWith}. */
  public void answerDeedsWith(BiFunction<String, String, Optional<String>> words) {
    brain.answerDeedsWith(words);
  }

  /** Tells speech from other sounds, for whoever measures a recording. */
  public SpeechJudge speechJudge() {
    return samples -> {
      VoiceDetector detector = new VoiceDetector(vad);
      boolean[] speech = new boolean[samples.length / SpeechJudge.WINDOW];
      for (int window = 0; window < speech.length; window++) {
        speech[window] =
            detector.probability(samples, window * SpeechJudge.WINDOW) >= SPEECH_PROBABILITY;
      }
      return speech;
    };
  }

  /** Ends replies in progress and closes the brain. */
  @Override
  public void close() {
    brain.close();
    brain.model().close();
  }

  private static void warm(
      InferenceRuntime runtime,
      SileroVad vad,
      SmartTurn smartTurn,
      Recognizer whisper,
      Mouth mouth,
      VoiceBrain brain) {
    float[] second = new float[16_000];
    for (int i = 0; i < second.length; i++) {
      second[i] = (float) (0.1 * Math.sin(0.05 * i));
    }
    CompletableFuture<?> ears =
        runtime
            .pool()
            .submit(
                Lane.HEARING,
                WARMING,
                () -> {
                  vad.probability(new SileroVad.Stream(), second, 0);
                  smartTurn.probability(second, 0, second.length);
                  return whisper.transcribe(second);
                });
    CompletableFuture<?> voice = mouth.warm(WARMING);
    // How every conversation begins: read once, copied into each.
    CompletableFuture<Void> thoughts = brain.prepare(WARMING, List.of()).toCompletableFuture();
    CompletableFuture.allOf(ears, voice, thoughts).join();
    brain.forget(WARMING);
  }

  private static <T> CompletableFuture<T> opening(Supplier<T> open) {
    Executor threads = task -> Thread.ofPlatform().name("open-model").start(task);
    return CompletableFuture.supplyAsync(open, threads);
  }
}
