package dev.creature.voiceloop.audio;

import java.util.Arrays;

/**
 * Changes the sample rate of one channel, in pieces of any size, by a windowed-sinc filter in
 * polyphase form.
 *
 * <p>Passes up to 0.9 of the lower of both half rates within ±0.01 dB and stops everything from
 * that half rate on by 90 dB, so that nothing folds back. The delay is compensated: what stood at a
 * time before stands at that time afterwards; {@code n} samples become {@code ceil(n · to / from)}.
 * Between equal rates it copies. Allocates nothing once made; belongs to one thread at a time.
 */
public final class Resampler {
  private static final double ATTENUATION_DB = 96;
  private static final double PASS = 0.9;

  /** Above so many phases the table is interpolated, which costs it no accuracy that is heard. */
  private static final int MOST_EXACT_PHASES = 1024;

  private static final int SLICE = 2048;

  private final long up;
  private final long down;
  private final int half;
  private final int phases;
  private final float[][] table;

  private final float[] held;
  private int heldCount;

  /** Index in the input of the first held sample; before 0 stand zeros. */
  private long heldFrom;

  private long taken;
  private long given;

  /**
   * Makes one for a stream.
   *
   * @param fromRate samples a second that go in, 1 or more
   * @param toRate samples a second that come out, 1 or more
   */
  public Resampler(int fromRate, int toRate) {
    if (fromRate < 1 || toRate < 1) {
      throw new IllegalArgumentException("sample rates must be 1 or more");
    }
    long divisor = gcd(fromRate, toRate);
    up = toRate / divisor;
    down = fromRate / divisor;
    if (up == down) {
      half = 0;
      phases = 1;
      table = new float[0][];
      held = new float[0];
      return;
    }
    double lower = Math.min(1.0, (double) toRate / fromRate);
    // Kaiser's formula, for a transition from PASS to 1 of the lower half rate.
    double transition = Math.PI * (1 - PASS) * lower;
    half = (int) Math.ceil((ATTENUATION_DB - 7.95) / (2.285 * transition) / 2);
    phases = (int) Math.min(up, MOST_EXACT_PHASES);
    double cutoff = (1 + PASS) / 2 * lower;
    // One row more than phases, for interpolation past the last.
    table = new float[phases + 1][];
    for (int phase = 0; phase <= phases; phase++) {
      table[phase] = row((double) phase / phases, cutoff);
    }
    held = new float[2 * half + SLICE];
    heldFrom = 1L - half;
    heldCount = half - 1;
  }

  /** Most samples that come out for a number that goes in. */
  public int mostOutput(int input) {
    return Math.toIntExact((input + 2L * half) * up / down + 2);
  }

  /**
   * Takes samples and gives those that can be computed already.
   *
   * @param input samples at the rate from
   * @param offset index of the first
   * @param length how many
   * @param output receives samples at the rate to; see {@link #mostOutput}
   * @param outputOffset index of the first one written
   * @return samples written
   */
  public int process(float[] input, int offset, int length, float[] output, int outputOffset) {
    taken += length;
    if (half == 0) {
      System.arraycopy(input, offset, output, outputOffset, length);
      given += length;
      return length;
    }
    int written = 0;
    int done = 0;
    while (done < length) {
      int piece = Math.min(length - done, held.length - heldCount);
      System.arraycopy(input, offset + done, held, heldCount, piece);
      heldCount += piece;
      done += piece;
      written += produce(output, outputOffset + written, Long.MAX_VALUE);
    }
    return written;
  }

  /**
   * Gives what is left after the last input; the stream is over then.
   *
   * @return samples written
   */
  public int finish(float[] output, int outputOffset) {
    if (half == 0) {
      return 0;
    }
    long total = (taken * up + down - 1) / down;
    int written = 0;
    int zeros = half + 1;
    while (zeros > 0) {
      int piece = Math.min(zeros, held.length - heldCount);
      Arrays.fill(held, heldCount, heldCount + piece, 0);
      heldCount += piece;
      zeros -= piece;
      written += produce(output, outputOffset + written, total);
    }
    return written;
  }

  private int produce(float[] output, int outputOffset, long total) {
    int written = 0;
    while (given < total) {
      long scaled = given * down;
      long whole = scaled / up;
      int first = (int) (whole - half + 1 - heldFrom);
      if (first + 2 * half > heldCount) {
        break;
      }
      output[outputOffset + written] = at(first, scaled % up);
      written++;
      given++;
    }
    long firstNeeded = given * down / up - half + 1;
    int drop = (int) Math.clamp(firstNeeded - heldFrom, 0L, (long) heldCount);
    System.arraycopy(held, drop, held, 0, heldCount - drop);
    heldCount -= drop;
    heldFrom += drop;
    return written;
  }

  private float at(int first, long remainder) {
    if (phases == up) {
      return convolve(table[(int) remainder], first);
    }
    double position = (double) remainder * phases / up;
    int phase = (int) position;
    float fraction = (float) (position - phase);
    float a = convolve(table[phase], first);
    float b = convolve(table[phase + 1], first);
    return a + fraction * (b - a);
  }

  private float convolve(float[] row, int first) {
    // Four sums side by side: one alone would wait for itself at every step.
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < row.length; i += 4) {
      a += row[i] * held[first + i];
      b += row[i + 1] * held[first + i + 1];
      c += row[i + 2] * held[first + i + 2];
      d += row[i + 3] * held[first + i + 3];
    }
    for (; i < row.length; i++) {
      a += row[i] * held[first + i];
    }
    return a + b + (c + d);
  }

  /** The filter for outputs that stand a fraction of an input sample behind an input sample. */
  private float[] row(double fraction, double cutoff) {
    double beta = 0.1102 * (ATTENUATION_DB - 8.7);
    double[] exact = new double[2 * half];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      double time = i - half + 1 - fraction;
      double x = Math.PI * cutoff * time;
      double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
      double edge = time / half;
      double window =
          Math.abs(edge) >= 1 ? 0 : bessel(beta * Math.sqrt(1 - edge * edge)) / bessel(beta);
      exact[i] = sinc * window;
      sum += exact[i];
    }
    float[] row = new float[exact.length];
    for (int i = 0; i < row.length; i++) {
      // Every phase passes a constant alike, or a constant would become a tone.
      row[i] = (float) (exact[i] / sum);
    }
    return row;
  }

  /** Modified Bessel function of the first kind, order 0. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
