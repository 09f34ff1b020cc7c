package dev.creature.models.mel;

/**
 * Log-mel spectra of sound that is there as a whole. Sound that is still arriving goes through a
 * {@link LogMelStream}.
 */
public final class LogMel {
  /** Samples a second of everything that goes in. */
  public static final int SAMPLE_RATE = 16_000;

  /** Samples from one frame to the next. */
  public static final int HOP = 160;

  /** Range kept below the loudest value: 8 powers of ten. */
  private static final double RANGE = 8;

  private LogMel() {}

  /**
   * Features as Whisper was trained on: log10 of the mel energies, clamped to 8 below the largest,
   * then {@code (v + 4) / 4}.
   *
   * @param samples mono, 16 kHz, in [-1, 1]
   * @param offset index of the first sample
   * @param length number of samples, at least 201 (what the reflected edge needs)
   * @return {@code length / 160} frames: the last, half-filled frame is dropped, as in training
   */
  public static MelFeatures of(float[] samples, int offset, int length) {
    LogMelStream stream = new LogMelStream();
    stream.accept(samples, offset, length);
    return stream.toTheEnd();
  }

  /**
   * Brings log10 mel energies to the model's scale.
   *
   * @param energies frames of 80 values, one after the other
   * @param from index of the first frame
   * @param frames number of frames
   */
  static MelFeatures normalise(double[] energies, int from, int frames) {
    int bins = MelFilterbank.BINS;
    double max = Double.NEGATIVE_INFINITY;
    for (int i = from * bins; i < (from + frames) * bins; i++) {
      max = Math.max(max, energies[i]);
    }
    double floor = max - RANGE;
    float[] values = new float[frames * bins];
    for (int frame = 0; frame < frames; frame++) {
      int at = (from + frame) * bins;
      for (int bin = 0; bin < bins; bin++) {
        values[bin * frames + frame] = (float) ((Math.max(energies[at + bin], floor) + 4) / 4);
      }
    }
    return new MelFeatures(values, frames);
  }
}
