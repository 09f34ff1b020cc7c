package dev.creature.voiceloop.ears;

import dev.creature.models.runtime.InferencePool;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.Lane;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.turn.SmartTurn;
import dev.creature.models.vad.SileroVad;
import dev.creature.models.whisper.Recognizer;
import dev.creature.models.whisper.WhisperModel;
import dev.creature.voiceloop.audio.MonoReader;
import dev.creature.voiceloop.noise.NoiseSuppression;
import dev.creature.voiceloop.turntaking.SmartTurnTaking;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Listens to whole recordings: voice activity, turns, words. Blocks its caller while the models run
 * in the inference pool; holds half a minute of sound, however long the recording. Thread-safe.
 */
public final class RecordingListener {
  private static final int SAMPLE_RATE = 16_000;
  private static final int SAMPLES_PER_MILLI = SAMPLE_RATE / 1000;

  /** Windows that the VAD judges in one go: about a second. */
  private static final int WINDOWS_AT_ONCE = 32;

  private final InferencePool pool;
  private final SileroVad vad;
  private final SmartTurn smartTurn;
  private final TurnRecognition recognition;
  private final String conversation;
  private final NoiseSuppression suppression;

  /**
   * Makes one.
   *
   * @param conversation whom the inference pool works for
   */
  public RecordingListener(
      InferencePool pool,
      SileroVad vad,
      SmartTurn smartTurn,
      TurnRecognition recognition,
      String conversation) {
    this(pool, vad, smartTurn, recognition, conversation, NoiseSuppression.NONE);
  }

  private RecordingListener(
      InferencePool pool,
      SileroVad vad,
      SmartTurn smartTurn,
      TurnRecognition recognition,
      String conversation,
      NoiseSuppression suppression) {
    this.pool = pool;
    this.vad = vad;
    this.smartTurn = smartTurn;
    this.recognition = recognition;
    this.conversation = conversation;
    this.suppression = suppression;
  }

  /** The same one, with noise taken out first. */
  public RecordingListener with(NoiseSuppression other) {
    return new RecordingListener(pool, vad, smartTurn, recognition, conversation, other);
  }

  /**
   * Opens the models that listening takes.
   *
   * @param models with silero-vad, smart-turn-v3.2 and whisper-tiny.en ready in it
   * @throws dev.creature.models.store.MissingModel when one is not there
   */
  public static RecordingListener open(InferenceRuntime runtime, ModelFolder models) {
    Recognizer recognizer = new Recognizer(WhisperModel.open(runtime, models));
    return new RecordingListener(
        runtime.pool(),
        SileroVad.open(runtime, models),
        SmartTurn.open(runtime, models),
        sound -> recognizer.transcribe(sound).text(),
        "recordings");
  }

  /**
   * Listens to a recording.
   *
   * @param recording mono, at 16 kHz; read to its end, not closed
   * @param progress is told each segment as soon as it is understood
   * @throws dev.creature.voiceloop.audio.BadAudio when the recording makes no sense
   */
  public Heard listen(MonoReader recording, Consumer<Heard.Segment> progress) {
    if (recording.sampleRate() != SAMPLE_RATE) {
      throw new IllegalArgumentException("a recording is listened to at 16 kHz");
    }
    Listening listening = new Listening(progress);
    VoiceDetector detector = new VoiceDetector(vad);
    NoiseSuppression.Stream suppressed = suppression.open();
    float[] sound = new float[WINDOWS_AT_ONCE * VoiceActivity.WINDOW];
    int count = recording.read(sound, 0, sound.length);
    while (count > 0) {
      float[][] windows = windows(sound, count);
      double[] probabilities = run(() -> probabilities(suppressed, detector, windows));
      for (int i = 0; i < windows.length; i++) {
        listening.accept(listening.turns.accept(probabilities[i], windows[i]));
      }
      count = recording.read(sound, 0, sound.length);
    }
    listening.accept(listening.turns.finish());
    return new Heard(
        listening.segments, listening.turnEnds, recording.samplesRead() / SAMPLES_PER_MILLI);
  }

  private final class Listening {
    private final Consumer<Heard.Segment> progress;
    private final List<Heard.Segment> segments = new ArrayList<>();
    private final List<Long> turnEnds = new ArrayList<>();
    private final RecordedTurns turns =
        new RecordedTurns(
            SmartTurnTaking.standard(),
            turn -> run(() -> (double) smartTurn.probability(turn, 0, turn.length)));
    private boolean wordsInTurn;

    Listening(Consumer<Heard.Segment> progress) {
      this.progress = progress;
    }

    void accept(List<SpokenPart> parts) {
      for (SpokenPart part : parts) {
        String text = run(() -> recognition.text(part.sound()));
        long endMillis = part.endSample() / SAMPLES_PER_MILLI;
        if (!text.isBlank()) {
          Heard.Segment segment =
              new Heard.Segment(part.startSample() / SAMPLES_PER_MILLI, endMillis, text.strip());
          segments.add(segment);
          progress.accept(segment);
          wordsInTurn = true;
        }
        if (part.endsTurn()) {
          // A cough is no turn.
          if (wordsInTurn) {
            turnEnds.add(endMillis);
          }
          wordsInTurn = false;
        }
      }
    }
  }

  private <T> T run(Callable<T> inference) {
    return pool.submit(Lane.HEARING, conversation, inference).join();
  }

  /** Cleans the windows, too. */
  private static double[] probabilities(
      NoiseSuppression.Stream suppressed, VoiceDetector detector, float[][] windows) {
    double[] probabilities = new double[windows.length];
    for (int i = 0; i < windows.length; i++) {
      suppressed.clean(windows[i]);
      probabilities[i] = detector.probability(windows[i], 0);
    }
    return probabilities;
  }

  /** The last window of a recording is filled up with silence. */
  private static float[][] windows(float[] sound, int count) {
    float[][] windows = new float[(count + VoiceActivity.WINDOW - 1) / VoiceActivity.WINDOW][];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = new float[VoiceActivity.WINDOW];
      int from = i * VoiceActivity.WINDOW;
      System.arraycopy(sound, from, windows[i], 0, Math.min(VoiceActivity.WINDOW, count - from));
    }
    return windows;
  }
}
