package dev.creature.models.mel;

/**
 * Power of the 201 frequencies (0 to 8 kHz in steps of 40 Hz) of a Hann-windowed frame of 400 real
 * samples, in double precision.
 *
 * <p>400 real points are transformed as 200 complex ones, in passes of 4, 2, 5 and 5 (Stockham's
 * self-sorting form), and unfolded. Holds its work space, so it belongs to one thread at a time and
 * makes no garbage.
 */
final class PowerSpectrum {
  static final int WINDOW = 400;
  static final int BINS = WINDOW / 2 + 1;
  private static final int HALF = WINDOW / 2;
  private static final int[] RADICES = {4, 2, 5, 5};

  private static final double[] HANN = hann();
  private static final double[] COS = roots(true);
  private static final double[] SIN = roots(false);
  private static final double C1 = Math.cos(2 * Math.PI / 5);
  private static final double C2 = Math.cos(4 * Math.PI / 5);
  private static final double S1 = Math.sin(2 * Math.PI / 5);
  private static final double S2 = Math.sin(4 * Math.PI / 5);

  private double[] re = new double[HALF];
  private double[] im = new double[HALF];
  private double[] nextRe = new double[HALF];
  private double[] nextIm = new double[HALF];

  /**
   * Computes the power of one frame.
   *
   * @param samples holds the frame
   * @param at index of its first sample; 400 are read
   * @param power receives 201 values, {@code |X|²}
   */
  void of(float[] samples, int at, double[] power) {
    for (int i = 0; i < HALF; i++) {
      re[i] = samples[at + 2 * i] * HANN[2 * i];
      im[i] = samples[at + 2 * i + 1] * HANN[2 * i + 1];
    }
    int length = HALF;
    int stride = 1;
    for (int radix : RADICES) {
      switch (radix) {
        case 4 -> pass4(length, stride);
        case 2 -> pass2(length, stride);
        default -> pass5(length, stride);
      }
      double[] swap = re;
      re = nextRe;
      nextRe = swap;
      swap = im;
      im = nextIm;
      nextIm = swap;
      length /= radix;
      stride *= radix;
    }
    unfold(power);
  }

  /** The window: {@code 0.5 - 0.5 cos(2πn/400)}. */
  static double hannAt(int n) {
    return HANN[n];
  }

  /** Even and odd samples went in as real and imaginary parts; this takes them apart again. */
  private void unfold(double[] power) {
    for (int k = 0; k <= HALF; k++) {
      int a = k % HALF;
      int b = (HALF - k) % HALF;
      double evenRe = 0.5 * (re[a] + re[b]);
      double evenIm = 0.5 * (im[a] - im[b]);
      double oddRe = 0.5 * (im[a] + im[b]);
      double oddIm = 0.5 * (re[b] - re[a]);
      double c = COS[k];
      double s = SIN[k];
      double x = evenRe + c * oddRe + s * oddIm;
      double y = evenIm + c * oddIm - s * oddRe;
      power[k] = x * x + y * y;
    }
  }

  private void pass2(int length, int stride) {
    int m = length / 2;
    int step = WINDOW / length;
    for (int k = 0; k < m; k++) {
      double c = COS[k * step];
      double s = SIN[k * step];
      for (int r = 0; r < stride; r++) {
        int in = r + stride * k;
        int out = r + stride * 2 * k;
        double ar = re[in];
        double ai = im[in];
        double br = re[in + stride * m];
        double bi = im[in + stride * m];
        nextRe[out] = ar + br;
        nextIm[out] = ai + bi;
        put(out + stride, ar - br, ai - bi, c, s);
      }
    }
  }

  private void pass4(int length, int stride) {
    int m = length / 4;
    int step = WINDOW / length;
    for (int k = 0; k < m; k++) {
      for (int r = 0; r < stride; r++) {
        int in = r + stride * k;
        int out = r + stride * 4 * k;
        double acr = re[in] + re[in + 2 * stride * m];
        double aci = im[in] + im[in + 2 * stride * m];
        double amr = re[in] - re[in + 2 * stride * m];
        double ami = im[in] - im[in + 2 * stride * m];
        double bdr = re[in + stride * m] + re[in + 3 * stride * m];
        double bdi = im[in + stride * m] + im[in + 3 * stride * m];
        double bmr = re[in + stride * m] - re[in + 3 * stride * m];
        double bmi = im[in + stride * m] - im[in + 3 * stride * m];
        nextRe[out] = acr + bdr;
        nextIm[out] = aci + bdi;
        put(out + stride, amr + bmi, ami - bmr, COS[k * step], SIN[k * step]);
        put(out + 2 * stride, acr - bdr, aci - bdi, COS[2 * k * step], SIN[2 * k * step]);
        put(out + 3 * stride, amr - bmi, ami + bmr, COS[3 * k * step], SIN[3 * k * step]);
      }
    }
  }

  private void pass5(int length, int stride) {
    int m = length / 5;
    int step = WINDOW / length;
    int jump = stride * m;
    for (int k = 0; k < m; k++) {
      for (int r = 0; r < stride; r++) {
        int in = r + stride * k;
        int out = r + stride * 5 * k;
        double ar = re[in];
        double ai = im[in];
        double p1r = re[in + jump] + re[in + 4 * jump];
        double p1i = im[in + jump] + im[in + 4 * jump];
        double m1r = re[in + jump] - re[in + 4 * jump];
        double m1i = im[in + jump] - im[in + 4 * jump];
        double p2r = re[in + 2 * jump] + re[in + 3 * jump];
        double p2i = im[in + 2 * jump] + im[in + 3 * jump];
        double m2r = re[in + 2 * jump] - re[in + 3 * jump];
        double m2i = im[in + 2 * jump] - im[in + 3 * jump];
        double u1r = ar + C1 * p1r + C2 * p2r;
        double u1i = ai + C1 * p1i + C2 * p2i;
        double u2r = ar + C2 * p1r + C1 * p2r;
        double u2i = ai + C2 * p1i + C1 * p2i;
        double v1r = S1 * m1i + S2 * m2i;
        double v1i = -(S1 * m1r + S2 * m2r);
        double v2r = S2 * m1i - S1 * m2i;
        double v2i = -(S2 * m1r - S1 * m2r);
        nextRe[out] = ar + p1r + p2r;
        nextIm[out] = ai + p1i + p2i;
        put(out + stride, u1r + v1r, u1i + v1i, COS[k * step], SIN[k * step]);
        put(out + 2 * stride, u2r + v2r, u2i + v2i, COS[2 * k * step], SIN[2 * k * step]);
        put(out + 3 * stride, u2r - v2r, u2i - v2i, COS[3 * k * step], SIN[3 * k * step]);
        put(out + 4 * stride, u1r - v1r, u1i - v1i, COS[4 * k * step], SIN[4 * k * step]);
      }
    }
  }

  /** Stores {@code (x + iy)(c - is)}. */
  private void put(int at, double x, double y, double c, double s) {
    nextRe[at] = x * c + y * s;
    nextIm[at] = y * c - x * s;
  }

  private static double[] hann() {
    double[] window = new double[WINDOW];
    for (int n = 0; n < WINDOW; n++) {
      window[n] = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / WINDOW);
    }
    return window;
  }

  private static double[] roots(boolean cosine) {
    double[] values = new double[WINDOW];
    for (int n = 0; n < WINDOW; n++) {
      double angle = 2 * Math.PI * n / WINDOW;
      values[n] = cosine ? Math.cos(angle) : Math.sin(angle);
    }
    return values;
  }
}
