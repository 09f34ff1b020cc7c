package dev.creature.models.voice;

import java.util.Arrays;

/**
 * Sound of a run of phonemes.
 *
 * @param samples mono at {@link VoiceModel#SAMPLE_RATE}, about -1 to 1, not limited
 * @param durationSamples how many samples each phoneme takes, one entry for each phoneme given to
 *     the model and one each for the silence in front and behind; their sum is the number of
 *     samples
 */
public record VoicedPhonemes(float[] samples, int[] durationSamples) {
  /** Checks that the durations cover the samples. */
  public VoicedPhonemes {
    if (Arrays.stream(durationSamples).sum() != samples.length) {
      throw new IllegalArgumentException(
          "durations of %d samples for a sound of %d"
              .formatted(Arrays.stream(durationSamples).sum(), samples.length));
    }
  }

  /**
   * The same sound from sample {@code from} to sample {@code to}; what is cut comes off the
   * durations, nearest to the cut first.
   */
  public VoicedPhonemes cut(int from, int to) {
    int[] durations = durationSamples.clone();
    int front = from;
    for (int i = 0; i < durations.length && front > 0; i++) {
      int taken = Math.min(front, durations[i]);
      durations[i] -= taken;
      front -= taken;
    }
    int back = samples.length - to;
    for (int i = durations.length - 1; i >= 0 && back > 0; i--) {
      int taken = Math.min(back, durations[i]);
      durations[i] -= taken;
      back -= taken;
    }
    return new VoicedPhonemes(Arrays.copyOfRange(samples, from, to), durations);
  }
}
