package dev.creature.models.voice;

import java.util.Arrays;

/**
 * Turns the acoustic network's spectra into sound: the pulse train shaped by the harmonic branch,
 * plus shaped noise, plus a branch with its own phase, then one inverse short-time Fourier
 * transform (1200 points, hop 300, Hann).
 *
 * <p>{@code S = e^lh · e^(iπ·tanh θ) · STFT(pulses) + e^ln · Z + e^lr · e^(iφ)}
 *
 * <p>Works in batches of frames, in plain loops over the frames of a batch and with polynomials for
 * the transcendental functions (relative error below 1e-4, inaudible), so that the compiler
 * vectorizes them: about 2 ms for a second of sound.
 */
final class HarmonicNoiseSynthesis {
  static final int HOP = 300;
  private static final int POINTS = 1200;
  private static final int HALF = POINTS / 2;

  /** Rows of the network's spectra. */
  static final int BINS = HALF + 1;

  private static final int BATCH = 64;
  private static final float LOUDEST = 7;
  private static final float QUIETEST = -30;
  private static final float[] WINDOW = window();

  /** A unit cosine peaks at half the window's sum, so e^lh is the magnitude of a harmonic. */
  private static final float SOURCE_GAIN = 4f / POINTS;

  private static final float[] COS = new float[BINS];
  private static final float[] SIN = new float[BINS];

  static {
    for (int k = 0; k < BINS; k++) {
      COS[k] = (float) Math.cos(2 * Math.PI * k / POINTS);
      SIN[k] = (float) Math.sin(2 * Math.PI * k / POINTS);
    }
  }

  /**
   * What the network says, each spectrum row by row: element {@code k * frames + f} is bin k of
   * frame f.
   */
  record Spectra(
      float[] harmonic,
      float[] harmonicPhase,
      float[] noise,
      float[] free,
      float[] freePhase,
      float[] pitchHertz) {
    int frames() {
      return pitchHertz.length;
    }
  }

  private final Spectra spectra;
  private final int frames;
  private final float[] pulses;
  private final float[] sum;
  private final long seed;
  private final float[] noiseRe = new float[BATCH];
  private final float[] noiseIm = new float[BATCH];

  private HarmonicNoiseSynthesis(Spectra spectra, long seed) {
    this.spectra = spectra;
    this.frames = spectra.frames();
    this.seed = seed;
    this.pulses = PulseTrain.of(spectra.pitchHertz(), HOP, VoiceModel.SAMPLE_RATE);
    this.sum = new float[(frames - 1) * HOP + POINTS];
  }

  /**
   * Synthesizes.
   *
   * @return {@link #HOP} samples a frame
   */
  static float[] samples(Spectra spectra, long seed) {
    HarmonicNoiseSynthesis synthesis = new HarmonicNoiseSynthesis(spectra, seed);
    for (int first = 0; first < synthesis.frames; first += BATCH) {
      synthesis.batch(first, Math.min(BATCH, synthesis.frames - first));
    }
    return synthesis.normalized();
  }

  private void batch(int first, int count) {
    BatchedTransform transform = new BatchedTransform(count);
    analyse(transform, first, count);
    transform.transform();
    float[] re = new float[BINS * count];
    float[] im = new float[BINS * count];
    unfold(transform, re, im, count);
    for (int k = 0; k < BINS; k++) {
      shape(k, first, count, re, im);
    }
    fold(transform, re, im, count);
    transform.transform();
    overlapAdd(transform, first, count);
  }

  /** Windows the pulses of each frame; even samples to the real part, odd ones to the other. */
  private void analyse(BatchedTransform transform, int first, int count) {
    float[] re = transform.re();
    float[] im = transform.im();
    for (int f = 0; f < count; f++) {
      int start = (first + f) * HOP - HALF;
      for (int n = 0; n < HALF; n++) {
        re[n * count + f] = reflected(start + 2 * n) * WINDOW[2 * n] * SOURCE_GAIN;
        im[n * count + f] = reflected(start + 2 * n + 1) * WINDOW[2 * n + 1] * SOURCE_GAIN;
      }
    }
  }

  private float reflected(int at) {
    int last = pulses.length - 1;
    int inside = Math.abs(at);
    inside = inside > last ? 2 * last - inside : inside;
    return inside < 0 ? 0 : pulses[inside];
  }

  /** From the transform of the packed halves to the spectrum of the real signal. */
  private static void unfold(BatchedTransform transform, float[] re, float[] im, int count) {
    float[] zr = transform.re();
    float[] zi = transform.im();
    for (int k = 0; k < BINS; k++) {
      int a = (k % HALF) * count;
      int b = ((HALF - k) % HALF) * count;
      float cos = COS[k];
      float sin = SIN[k];
      int to = k * count;
      for (int f = 0; f < count; f++) {
        float evenR = 0.5f * (zr[a + f] + zr[b + f]);
        float evenI = 0.5f * (zi[a + f] - zi[b + f]);
        float oddR = 0.5f * (zi[a + f] + zi[b + f]);
        float oddI = -0.5f * (zr[a + f] - zr[b + f]);
        re[to + f] = evenR + oddR * cos + oddI * sin;
        im[to + f] = evenI + oddI * cos - oddR * sin;
      }
    }
  }

  /** Applies the network's three branches to one bin of a batch. */
  private void shape(int k, int first, int count, float[] re, float[] im) {
    int from = k * frames + first;
    int to = k * count;
    fillNoise(from, count);
    float[] harmonic = spectra.harmonic();
    float[] harmonicPhase = spectra.harmonicPhase();
    float[] noise = spectra.noise();
    float[] free = spectra.free();
    float[] freePhase = spectra.freePhase();
    for (int f = 0; f < count; f++) {
      float gain = exp(harmonic[from + f]);
      float angle = tanh(harmonicPhase[from + f]) * 0.5f;
      float s = sinPi(angle);
      float c = cosPi(angle);
      float turnR = gain * (c * c - s * s);
      float turnI = gain * 2 * s * c;
      float r = re[to + f];
      float i = im[to + f];
      float noiseGain = exp(noise[from + f]);
      float freeGain = exp(free[from + f]);
      float turns = freePhase[from + f] * (float) (0.5 / Math.PI);
      // Adding and taking away 1.5·2^23 rounds to a whole number of turns.
      float rest = turns - ((turns + 12_582_912f) - 12_582_912f);
      float fs = sinPi(rest);
      float fc = cosPi(rest);
      re[to + f] = r * turnR - i * turnI + noiseGain * noiseRe[f] + freeGain * (fc * fc - fs * fs);
      im[to + f] = r * turnI + i * turnR + noiseGain * noiseIm[f] + freeGain * 2 * fs * fc;
    }
    if (k == 0 || k == HALF) {
      Arrays.fill(im, to, to + count, 0);
    }
  }

  /**
   * Noise of unit variance, a function of the seed and the place only. The sum of two even draws
   * will do: the transform mixes hundreds of them into a normal distribution.
   */
  private void fillNoise(int from, int count) {
    float scale = (float) (Math.sqrt(6) / 65536);
    for (int f = 0; f < count; f++) {
      long z = seed + (from + f + 1) * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      z ^= z >>> 31;
      noiseRe[f] = ((int) (z & 0xFFFF) + (int) ((z >>> 16) & 0xFFFF) - 65535) * scale;
      noiseIm[f] = ((int) ((z >>> 32) & 0xFFFF) + (int) (z >>> 48) - 65535) * scale;
    }
  }

  /**
   * From a spectrum to the packed halves, with real and imaginary part exchanged, which makes the
   * transform the inverse one.
   */
  private static void fold(BatchedTransform transform, float[] re, float[] im, int count) {
    float[] zr = transform.re();
    float[] zi = transform.im();
    float half = 0.5f / HALF;
    for (int k = 0; k < HALF; k++) {
      int a = k * count;
      int b = (HALF - k) * count;
      float cos = COS[k];
      float sin = SIN[k];
      for (int f = 0; f < count; f++) {
        float evenR = re[a + f] + re[b + f];
        float evenI = im[a + f] - im[b + f];
        float difR = re[a + f] - re[b + f];
        float difI = im[a + f] + im[b + f];
        float oddR = difR * cos - difI * sin;
        float oddI = difR * sin + difI * cos;
        zi[a + f] = half * (evenR - oddI);
        zr[a + f] = half * (evenI + oddR);
      }
    }
  }

  private void overlapAdd(BatchedTransform transform, int first, int count) {
    float[] zr = transform.re();
    float[] zi = transform.im();
    for (int f = 0; f < count; f++) {
      int start = (first + f) * HOP;
      for (int n = 0; n < HALF; n++) {
        sum[start + 2 * n] += zi[n * count + f] * WINDOW[2 * n];
        sum[start + 2 * n + 1] += zr[n * count + f] * WINDOW[2 * n + 1];
      }
    }
  }

  /** Divides by the sum of the squared windows and takes the centre. */
  private float[] normalized() {
    float[] weight = new float[sum.length];
    for (int frame = 0; frame < frames; frame++) {
      for (int n = 0; n < POINTS; n++) {
        weight[frame * HOP + n] += WINDOW[n] * WINDOW[n];
      }
    }
    float[] samples = new float[frames * HOP];
    for (int n = 0; n < samples.length && n + HALF < sum.length; n++) {
      samples[n] = sum[n + HALF] / Math.max(weight[n + HALF], 1e-11f);
    }
    return samples;
  }

  private static float[] window() {
    float[] window = new float[POINTS];
    for (int n = 0; n < POINTS; n++) {
      window[n] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * n / POINTS));
    }
    return window;
  }

  /** e^x between e^−30 and e^7, as the 64th power of e^(x/64). */
  private static float exp(float x) {
    float y = Math.max(QUIETEST, Math.min(LOUDEST, x)) * (1f / 64);
    float e = 1 + y * (1 + y * (1f / 2 + y * (1f / 6 + y * (1f / 24 + y * (1f / 120)))));
    e *= e;
    e *= e;
    e *= e;
    e *= e;
    e *= e;
    return e * e;
  }

  private static float tanh(float x) {
    float y = Math.max(-9, Math.min(9, x)) * (2f / 64);
    float e = 1 + y * (1 + y * (1f / 2 + y * (1f / 6 + y * (1f / 24 + y * (1f / 120)))));
    e *= e;
    e *= e;
    e *= e;
    e *= e;
    e *= e;
    e *= e;
    return 1 - 2 / (e + 1);
  }

  /** sin(πx) for x from −0.5 to 0.5. */
  private static float sinPi(float x) {
    float a = x * (float) Math.PI;
    float y = a * a;
    return a
        * (1
            + y * (-1f / 6 + y * (1f / 120 + y * (-1f / 5040 + y * (1f / 362880 - y / 39916800)))));
  }

  /** cos(πx) for x from −0.5 to 0.5. */
  private static float cosPi(float x) {
    float a = x * (float) Math.PI;
    float y = a * a;
    return 1 + y * (-0.5f + y * (1f / 24 + y * (-1f / 720 + y * (1f / 40320 - y / 3628800))));
  }
}
