package dev.creature.models.voice;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.creature.models.runtime.InferenceRuntime;
import dev.creature.models.runtime.ModelFailure;
import java.nio.file.Path;
import java.util.Map;

/**
 * The small fast voice: Hibari's acoustic network and {@link HarmonicNoiseSynthesis}. About a
 * hundred times real time on one core.
 */
public final class HibariVoice implements VoiceModel {
  /** More phonemes than it was trained on lose their rhythm. */
  private static final int MAXIMUM_PHONEMES = 400;

  private static final int SILENCE_ID = 0;
  private static final int DURATIONS = 6;

  /** The network's lengths are in frames of 25 ms, two of its spectral frames. */
  private static final int SAMPLES_PER_DURATION_FRAME = 2 * HarmonicNoiseSynthesis.HOP;

  private final InferenceRuntime runtime;
  private final OrtSession session;
  private final PhonemeAlphabet alphabet;

  private HibariVoice(InferenceRuntime runtime, OrtSession session, PhonemeAlphabet alphabet) {
    this.runtime = runtime;
    this.session = session;
    this.alphabet = alphabet;
  }

  /**
   * Opens the voice.
   *
   * @param folder what {@link HibariAssembly} wrote
   */
  public static HibariVoice open(InferenceRuntime runtime, Path folder) {
    return new HibariVoice(
        runtime,
        runtime.open(folder.resolve(HibariAssembly.ACOUSTIC), Map.of()),
        new PhonemeAlphabet(ByteTable.open(folder.resolve(HibariAssembly.ALPHABET))));
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
    return Accent.AMERICAN;
  }

  @Override
  public VoicedPhonemes voice(int[] phonemeIds, double speed, long seed) {
    long[] ids = VoiceTensors.padded(phonemeIds, SILENCE_ID);
    try (OnnxTensor input = VoiceTensors.ids(runtime, ids);
        OnnxTensor pace = VoiceTensors.pace(runtime, speed);
        OrtSession.Result result = session.run(Map.of("ids", input, "speed", pace))) {
      var spectra =
          new HarmonicNoiseSynthesis.Spectra(
              VoiceTensors.floats(result, 0),
              VoiceTensors.floats(result, 1),
              VoiceTensors.floats(result, 2),
              VoiceTensors.floats(result, 3),
              VoiceTensors.floats(result, 4),
              VoiceTensors.floats(result, 5));
      return new VoicedPhonemes(
          HarmonicNoiseSynthesis.samples(spectra, seed),
          VoiceTensors.durations(
              VoiceTensors.floats(result, DURATIONS),
              SAMPLES_PER_DURATION_FRAME,
              spectra.frames() * HarmonicNoiseSynthesis.HOP));
    } catch (OrtException e) {
      throw new ModelFailure("the voice Hibari failed: " + e.getMessage(), e);
    }
  }
}
