package dev.creature.models.whisper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.mel.LogMel;
import dev.creature.models.mel.MelFeatures;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import dev.creature.models.store.MissingModel;
import dev.creature.models.store.ModelFolder;
import dev.creature.models.whisper.Transcript.Token;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whisper tiny.en. One for the whole process, thread-safe; its calls compute on the caller's thread
 * and belong on the {@link dev.creature.models.runtime.InferencePool}.
 *
 * <p>This is the bare model: one window, whatever it says. {@link Recognizer} adds what it takes to
 * trust it.
 */
public final class WhisperModel {
  /** Longest window, in milliseconds. */
  public static final int WINDOW_MILLIS = 30_000;

  private static final int SAMPLES_PER_FRAME = 2 * LogMel.HOP;

  private final InferenceRuntime runtime;
  private final OrtSession encoder;
  private final OrtSession decoder;
  private final Vocabulary vocabulary;

  private WhisperModel(
      InferenceRuntime runtime, OrtSession encoder, OrtSession decoder, Vocabulary vocabulary) {
    this.runtime = runtime;
    this.encoder = encoder;
    this.decoder = decoder;
    this.vocabulary = vocabulary;
  }

  /**
   * Opens the model from where this user's models are.
   *
   * @throws MissingModel when it was not fetched and assembled
   * @throws ModelFailure when a file is damaged
   */
  public static WhisperModel open(InferenceRuntime runtime, ModelFolder models) {
    Path folder = models.assembled(WhisperAssembly.MODEL_ID, new WhisperAssembly());
    if (!Files.isDirectory(folder)) {
      throw new MissingModel(WhisperAssembly.MODEL_ID, models);
    }
    return open(runtime, folder);
  }

  /**
   * Opens an assembled model.
   *
   * @param folder what {@link WhisperAssembly} has written
   * @throws ModelFailure when a file is missing or damaged
   */
  public static WhisperModel open(InferenceRuntime runtime, Path folder) {
    try {
      return new WhisperModel(
          runtime,
          runtime.open(folder.resolve(WhisperAssembly.ENCODER), Map.of()),
          runtime.open(folder.resolve(WhisperAssembly.DECODER), Map.of()),
          Vocabulary.read(folder.resolve(WhisperAssembly.VOCABULARY)));
    } catch (IOException e) {
      throw new ModelFailure("cannot read Whisper's vocabulary: " + e.getMessage(), e);
    }
  }

  /** What tokens stand for. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * Recognises a window.
   *
   * @param samples mono, 16 kHz, in [-1, 1]; at most 30 s less a quarter second
   */
  public Transcript transcribe(float[] samples, PassOptions options) {
    int silence = SAMPLES_PER_FRAME * FramePlan.SILENT_FRAMES;
    float[] followed = Arrays.copyOf(samples, samples.length + silence);
    return transcribe(LogMel.of(followed, 0, followed.length), options);
  }

  /**
   * Recognises a window.
   *
   * @param sound a spectrum that ends with at least 160 ms of silence, at most 30.16 s in all
   */
  public Transcript transcribe(MelFeatures sound, PassOptions options) {
    try (Pass pass = begin(sound, options)) {
      while (pass.step()) {
        // Each step is a run of the decoder.
      }
      return pass.transcript();
    }
  }

  /**
   * Encodes a window and makes ready to decode it step by step, for those who want to give way or
   * give up between steps.
   *
   * @param sound as in {@link #transcribe(MelFeatures, PassOptions)}
   * @return close it
   */
  public Pass begin(MelFeatures sound, PassOptions options) {
    FramePlan plan = FramePlan.of(sound.frames() / 2 - FramePlan.SILENT_FRAMES);
    long columns = plan.frames().length;
    long[] shape = {1, sound.values().length / sound.frames(), sound.frames()};
    try (OnnxTensor mel = floats(sound.values(), shape);
        OnnxTensor frames = longs(plan.frames());
        OnnxTensor positions = longs(plan.positions())) {
      OnnxTensor weight = floats(plan.weight(), columns);
      try {
        OrtSession.Result encoded =
            encoder.run(
                Map.of("mel", mel, "frames", frames, "positions", positions, "weight", weight));
        DecoderCache cache = new DecoderCache(runtime.environment(), decoder, encoded, weight);
        return new Pass(cache, options, outcome -> complete(outcome, plan, sound, options));
      } catch (OrtException | RuntimeException e) {
        weight.close();
        throw e;
      }
    } catch (OrtException e) {
      throw new ModelFailure("Whisper's encoder fails: " + e.getMessage(), e);
    }
  }

  private Transcript complete(
      Pass.Outcome outcome, FramePlan plan, MelFeatures sound, PassOptions options) {
    List<Integer> ids = outcome.tokens();
    int length = Repetition.lengthWithoutLoop(ids);
    List<Integer> kept = ids.subList(0, length);
    List<Token> tokens =
        IntStream.range(0, length)
            .mapToObj(i -> new Token(kept.get(i), outcome.logProbabilities().get(i)))
            .toList();
    return new Transcript(
        vocabulary.text(kept).strip(),
        tokens,
        options.wordTimes()
            ? WordTimes.of(kept, outcome.attention(), plan, sound, vocabulary)
            : List.of(),
        outcome.logProbabilities().stream().mapToDouble(Float::doubleValue).average().orElse(0),
        outcome.noSpeechProbability(),
        length < ids.size());
  }

  private OnnxTensor floats(float[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(runtime.environment(), FloatBuffer.wrap(values), shape);
  }

  private OnnxTensor longs(long[] values) throws OrtException {
    return OnnxTensor.createTensor(
        runtime.environment(), LongBuffer.wrap(values), new long[] {values.length});
  }
}
