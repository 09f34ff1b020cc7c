package dev.creature.voiceloop.audio;

/**
 * The discrete Fourier transform of real numbers, there and back, of one size.
 *
 * <p>A spectrum has {@code size / 2 + 1} bins, real and imaginary parts apart; it is not scaled on
 * the way there, and by {@code 1 / size} on the way back. Allocates nothing once made; belongs to
 * one thread at a time.
 */
public final class RealTransform {
  private final int size;
  private final int half;
  private final int[] reversed;
  private final float[] cos;
  private final float[] sin;
  private final float[] re;
  private final float[] im;

  /** Makes one for a power of two, 4 or more. */
  public RealTransform(int size) {
    if (size < 4 || Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("the size of a transform is a power of two, 4 or more");
    }
    this.size = size;
    half = size / 2;
    reversed = new int[half];
    int shift = 32 - Integer.numberOfTrailingZeros(half);
    for (int i = 0; i < half; i++) {
      reversed[i] = Integer.reverse(i) >>> shift;
    }
    cos = new float[half];
    sin = new float[half];
    for (int i = 0; i < half; i++) {
      cos[i] = (float) Math.cos(2 * Math.PI * i / size);
      sin[i] = (float) -Math.sin(2 * Math.PI * i / size);
    }
    re = new float[half];
    im = new float[half];
  }

  /** Bins of a spectrum. */
  public int bins() {
    return half + 1;
  }

  /** Writes the spectrum of {@code size} numbers. */
  public void forward(float[] samples, float[] real, float[] imaginary) {
    for (int i = 0; i < half; i++) {
      re[reversed[i]] = samples[2 * i];
      im[reversed[i]] = samples[2 * i + 1];
    }
    butterflies();
    // Even and odd numbers went through as one complex row; here they part.
    for (int i = 0; i <= half / 2; i++) {
      int mirror = (half - i) % half;
      float evenRe = (re[i] + re[mirror]) / 2;
      float evenIm = (im[i] - im[mirror]) / 2;
      float oddRe = (im[i] + im[mirror]) / 2;
      float oddIm = (re[mirror] - re[i]) / 2;
      float turnedRe = oddRe * cos[i] - oddIm * sin[i];
      float turnedIm = oddRe * sin[i] + oddIm * cos[i];
      real[i] = evenRe + turnedRe;
      imaginary[i] = evenIm + turnedIm;
      real[half - i] = evenRe - turnedRe;
      imaginary[half - i] = turnedIm - evenIm;
    }
  }

  /** Writes the {@code size} numbers of a spectrum. */
  public void inverse(float[] real, float[] imaginary, float[] samples) {
    for (int i = 0; i < half; i++) {
      float evenRe = real[i] + real[half - i];
      float evenIm = imaginary[i] - imaginary[half - i];
      float turnedRe = real[i] - real[half - i];
      float turnedIm = imaginary[i] + imaginary[half - i];
      float oddRe = turnedRe * cos[i] + turnedIm * sin[i];
      float oddIm = turnedIm * cos[i] - turnedRe * sin[i];
      // Conjugated, so that the way back is the way there.
      re[reversed[i]] = evenRe - oddIm;
      im[reversed[i]] = -(evenIm + oddRe);
    }
    butterflies();
    float scale = 1f / size;
    for (int i = 0; i < half; i++) {
      samples[2 * i] = re[i] * scale;
      samples[2 * i + 1] = -im[i] * scale;
    }
  }

  private void butterflies() {
    for (int span = 1; span < half; span *= 2) {
      int stride = size / (2 * span);
      for (int start = 0; start < half; start += 2 * span) {
        for (int i = 0; i < span; i++) {
          float wr = cos[i * stride];
          float wi = sin[i * stride];
          int a = start + i;
          int b = a + span;
          float tr = re[b] * wr - im[b] * wi;
          float ti = re[b] * wi + im[b] * wr;
          re[b] = re[a] - tr;
          im[b] = im[a] - ti;
          re[a] += tr;
          im[a] += ti;
        }
      }
    }
  }
}
