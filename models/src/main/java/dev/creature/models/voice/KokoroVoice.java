package dev.creature.models.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * The bigger voice, Kokoro-82M, with a choice and mixture of speakers. Two to four times real time
 * on two cores. It draws no noise of its own, so the seed changes nothing.
 */
public final class KokoroVoice implements VoiceModel {
  private static final int MAXIMUM_PHONEMES = KokoroStyle.ROWS - 1;
  private static final int SILENCE_ID = 0;

  /** The network's lengths are in frames of 25 ms. */
  private static final int SAMPLES_PER_FRAME = 600;

  private final InferenceRuntime runtime;
  private final OrtSession session;
  private final PhonemeAlphabet alphabet;
  private final KokoroStyle style;

  private KokoroVoice(
      InferenceRuntime runtime, OrtSession session, PhonemeAlphabet alphabet, KokoroStyle style) {
    this.runtime = runtime;
    this.session = session;
    this.alphabet = alphabet;
    this.style = style;
  }

  /**
   * Opens the voice.
   *
   * @param folder what {@link KokoroAssembly} wrote
   * @param hibari what {@link HibariAssembly} wrote: both voices read the same alphabet
   * @param speakers folder of the published speakers
   * @param mixture a speaker such as {@code af_heart}, or several with their shares: {@code
   *     af_heart:0.6+am_adam:0.4}
   * @throws ModelFailure when a file is missing or the mixture names an unknown speaker
   */
  public static KokoroVoice open(
      InferenceRuntime runtime, Path folder, Path hibari, Path speakers, String mixture) {
    KokoroStyle style = KokoroStyle.open(speakers, mixture);
    return new KokoroVoice(
        runtime,
        runtime.open(folder.resolve(KokoroAssembly.MODEL), Map.of()),
        new PhonemeAlphabet(ByteTable.open(hibari.resolve(HibariAssembly.ALPHABET))),
        style);
  }

  @Override
  public PhonemeAlphabet alphabet() {
    return alphabet;
  }

  @Override
  public int maximumPhonemes() {
    return MAXIMUM_PHONEMES;
  }

  @Override
  public Accent accent() {
    return style.accent();
  }

  @Override
  public VoicedPhonemes voice(int[] phonemeIds, double speed, long seed) {
    long[] ids = VoiceTensors.padded(phonemeIds, SILENCE_ID);
    try (OnnxTensor input = VoiceTensors.ids(runtime, ids);
        OnnxTensor speaker =
            OnnxTensor.createTensor(
                runtime.environment(),
                FloatBuffer.wrap(style.forPhonemes(phonemeIds.length)),
                new long[] {1, KokoroStyle.WIDTH});
        OnnxTensor pace = VoiceTensors.pace(runtime, speed);
        OrtSession.Result result =
            session.run(Map.of("tokens", input, "style", speaker, "speed", pace))) {
      float[] samples = VoiceTensors.floats(result, 0);
      return new VoicedPhonemes(
          samples,
          VoiceTensors.durations(
              VoiceTensors.floats(result, 1), SAMPLES_PER_FRAME, samples.length));
    } catch (OrtException e) {
      throw new ModelFailure("the voice Kokoro failed: " + e.getMessage(), e);
    }
  }
}
