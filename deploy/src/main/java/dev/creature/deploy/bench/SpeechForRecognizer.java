package dev.creature.deploy.bench;

import dev.creature.voiceloop.audio.Resampler;
import dev.creature.voiceloop.mouth.SpokenClause;
import java.util.Arrays;
import java.util.List;

/** Spoken clauses as the sound that the recogniser takes. */
final class SpeechForRecognizer {
  private static final int RECOGNIZER_RATE = 16_000;

  private SpeechForRecognizer() {}

  /** One behind the other, mono, 16 kHz. */
  static float[] of(List<SpokenClause> clauses) {
    float[] samples = new float[clauses.stream().mapToInt(clause -> clause.samples().length).sum()];
    int at = 0;
    for (SpokenClause clause : clauses) {
      for (short sample : clause.samples()) {
        samples[at++] = sample / 32_768f;
      }
    }
    Resampler resampler = new Resampler(SpokenClause.SAMPLE_RATE, RECOGNIZER_RATE);
    float[] out = new float[2 * resampler.mostOutput(samples.length) + RECOGNIZER_RATE];
    int length = resampler.process(samples, 0, samples.length, out, 0);
    length += resampler.finish(out, length);
    return Arrays.copyOf(out, length);
  }
}
