package dev.creature.models.voice;

/**
 * The complex Fourier transform of 600 points, of many frames at once.
 *
 * <p>Frames lie side by side: element {@code k * frames + f} is point {@code k} of frame {@code f}.
 * So every step is a plain loop over frames, which the compiler turns into vector instructions, and
 * the rows of the acoustic network's output need no transposing. Self-sorting (Stockham) with
 * radices 5, 5, 4, 3 and 2. Not thread-safe: it owns its working memory.
 */
final class BatchedTransform {
  static final int POINTS = 600;
  private static final int[] RADICES = {5, 5, 4, 3, 2};

  private final int frames;
  private float[] re;
  private float[] im;
  private float[] otherRe;
  private float[] otherIm;

  BatchedTransform(int frames) {
    this.frames = frames;
    this.re = new float[POINTS * frames];
    this.im = new float[POINTS * frames];
    this.otherRe = new float[POINTS * frames];
    this.otherIm = new float[POINTS * frames];
  }

  /** Real parts, in and out. The array changes with every {@link #transform}. */
  float[] re() {
    return re;
  }

  /** Imaginary parts, in and out. */
  float[] im() {
    return im;
  }

  /** X[k] = Σ x[n]·e^(−2πi·kn/600), in place. Exchange the two parts for the inverse. */
  void transform() {
    int length = POINTS;
    int stride = 1;
    for (int radix : RADICES) {
      int parts = length / radix;
      int run = stride * frames;
      for (int j = 0; j < parts; j++) {
        int from = j * run;
        int step = parts * run;
        int to = radix * j * run;
        double angle = -2 * Math.PI * j / length;
        switch (radix) {
          case 2 -> radix2(from, step, to, run);
          case 3 -> radix3(from, step, to, run);
          case 4 -> radix4(from, step, to, run);
          default -> radix5(from, step, to, run);
        }
        if (j > 0) {
          for (int t = 1; t < radix; t++) {
            turn(to + t * run, run, (float) Math.cos(angle * t), (float) Math.sin(angle * t));
          }
        }
      }
      float[] swapRe = re;
      re = otherRe;
      otherRe = swapRe;
      float[] swapIm = im;
      im = otherIm;
      otherIm = swapIm;
      length = parts;
      stride *= radix;
    }
  }

  private void turn(int at, int run, float cos, float sin) {
    float[] r = otherRe;
    float[] i = otherIm;
    for (int q = at; q < at + run; q++) {
      float a = r[q];
      float b = i[q];
      r[q] = a * cos - b * sin;
      i[q] = a * sin + b * cos;
    }
  }

  private void radix2(int from, int step, int to, int run) {
    float[] r = re;
    float[] i = im;
    float[] outR = otherRe;
    float[] outI = otherIm;
    for (int q = 0; q < run; q++) {
      float ar = r[from + q];
      float ai = i[from + q];
      float br = r[from + step + q];
      float bi = i[from + step + q];
      outR[to + q] = ar + br;
      outI[to + q] = ai + bi;
      outR[to + run + q] = ar - br;
      outI[to + run + q] = ai - bi;
    }
  }

  private void radix3(int from, int step, int to, int run) {
    float half = 0.5f;
    float sin = (float) (Math.sqrt(3) / 2);
    float[] r = re;
    float[] i = im;
    float[] outR = otherRe;
    float[] outI = otherIm;
    for (int q = 0; q < run; q++) {
      float ar = r[from + q];
      float ai = i[from + q];
      float sumR = r[from + step + q] + r[from + 2 * step + q];
      float sumI = i[from + step + q] + i[from + 2 * step + q];
      float difR = (r[from + step + q] - r[from + 2 * step + q]) * sin;
      float difI = (i[from + step + q] - i[from + 2 * step + q]) * sin;
      outR[to + q] = ar + sumR;
      outI[to + q] = ai + sumI;
      float midR = ar - half * sumR;
      float midI = ai - half * sumI;
      outR[to + run + q] = midR + difI;
      outI[to + run + q] = midI - difR;
      outR[to + 2 * run + q] = midR - difI;
      outI[to + 2 * run + q] = midI + difR;
    }
  }

  private void radix4(int from, int step, int to, int run) {
    float[] r = re;
    float[] i = im;
    float[] outR = otherRe;
    float[] outI = otherIm;
    for (int q = 0; q < run; q++) {
      float evenR = r[from + q] + r[from + 2 * step + q];
      float evenI = i[from + q] + i[from + 2 * step + q];
      float evenDifR = r[from + q] - r[from + 2 * step + q];
      float evenDifI = i[from + q] - i[from + 2 * step + q];
      float oddR = r[from + step + q] + r[from + 3 * step + q];
      float oddI = i[from + step + q] + i[from + 3 * step + q];
      float oddDifR = r[from + step + q] - r[from + 3 * step + q];
      float oddDifI = i[from + step + q] - i[from + 3 * step + q];
      outR[to + q] = evenR + oddR;
      outI[to + q] = evenI + oddI;
      outR[to + run + q] = evenDifR + oddDifI;
      outI[to + run + q] = evenDifI - oddDifR;
      outR[to + 2 * run + q] = evenR - oddR;
      outI[to + 2 * run + q] = evenI - oddI;
      outR[to + 3 * run + q] = evenDifR - oddDifI;
      outI[to + 3 * run + q] = evenDifI + oddDifR;
    }
  }

  private void radix5(int from, int step, int to, int run) {
    float c1 = (float) Math.cos(2 * Math.PI / 5);
    float c2 = (float) Math.cos(4 * Math.PI / 5);
    float s1 = (float) Math.sin(2 * Math.PI / 5);
    float s2 = (float) Math.sin(4 * Math.PI / 5);
    float[] r = re;
    float[] i = im;
    float[] outR = otherRe;
    float[] outI = otherIm;
    for (int q = 0; q < run; q++) {
      float ar = r[from + q];
      float ai = i[from + q];
      float sum1R = r[from + step + q] + r[from + 4 * step + q];
      float sum1I = i[from + step + q] + i[from + 4 * step + q];
      float dif1R = r[from + step + q] - r[from + 4 * step + q];
      float dif1I = i[from + step + q] - i[from + 4 * step + q];
      float sum2R = r[from + 2 * step + q] + r[from + 3 * step + q];
      float sum2I = i[from + 2 * step + q] + i[from + 3 * step + q];
      float dif2R = r[from + 2 * step + q] - r[from + 3 * step + q];
      float dif2I = i[from + 2 * step + q] - i[from + 3 * step + q];
      outR[to + q] = ar + sum1R + sum2R;
      outI[to + q] = ai + sum1I + sum2I;
      float mid1R = ar + c1 * sum1R + c2 * sum2R;
      float mid1I = ai + c1 * sum1I + c2 * sum2I;
      float mid2R = ar + c2 * sum1R + c1 * sum2R;
      float mid2I = ai + c2 * sum1I + c1 * sum2I;
      float turn1R = s1 * dif1R + s2 * dif2R;
      float turn1I = s1 * dif1I + s2 * dif2I;
      float turn2R = s2 * dif1R - s1 * dif2R;
      float turn2I = s2 * dif1I - s1 * dif2I;
      outR[to + run + q] = mid1R + turn1I;
      outI[to + run + q] = mid1I - turn1R;
      outR[to + 2 * run + q] = mid2R + turn2I;
      outI[to + 2 * run + q] = mid2I - turn2R;
      outR[to + 3 * run + q] = mid2R - turn2I;
      outI[to + 3 * run + q] = mid2I + turn2R;
      outR[to + 4 * run + q] = mid1R - turn1I;
      outI[to + 4 * run + q] = mid1I + turn1R;
    }
  }
}
