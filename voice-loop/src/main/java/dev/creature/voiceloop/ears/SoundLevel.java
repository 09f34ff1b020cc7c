package dev.creature.voiceloop.ears;

/**
 * Loudness of sound in pieces of 8 ms, without what lies below speech (a constant offset, mains
 * hum): decibels below full scale. Belongs to one thread at a time.
 */
final class SoundLevel {
  /** Samples of a piece. */
  static final int PIECE = 128;

  /** Reported for digital silence. */
  static final double FLOOR_DB = -100;

  /** Coefficients of a second-order high-pass (Butterworth) at 100 Hz for 16 kHz. */
  private static final double W = Math.tan(Math.PI * 100 / 16_000);

  private static final double B = 1 / (1 + Math.sqrt(2) * W + W * W);
  private static final double A1 = 2 * (W * W - 1) * B;
  private static final double A2 = (1 - Math.sqrt(2) * W + W * W) * B;

  private double x1;
  private double x2;
  private double y1;
  private double y2;
  private boolean started;

  /** Level of the next piece. */
  double of(float[] samples, int offset) {
    if (!started) {
      // As if the first value had always been there: else an offset begins with a bang.
      x1 = samples[offset];
      x2 = x1;
      started = true;
    }
    double sum = 0;
    for (int i = 0; i < PIECE; i++) {
      double x = samples[offset + i];
      double y = B * (x - 2 * x1 + x2) - A1 * y1 - A2 * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      sum += y * y;
    }
    return 10 * Math.log10(sum / PIECE + 1e-10);
  }
}
