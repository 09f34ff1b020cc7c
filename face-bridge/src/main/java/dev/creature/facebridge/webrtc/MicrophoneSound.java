package dev.creature.facebridge.webrtc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A track's sound as the conversation wants it: mono, 16 kHz. Before samples are left out, a
 * windowed sinc keeps what is too high from folding down; it delays the sound by half a
 * millisecond. One thread at a time.
 */
final class MicrophoneSound {
  private static final int RATE = 16_000;
  private static final int LOBES = 8;

  /** Part of the band that is kept, below the fold. */
  private static final double KEPT = 0.94;

  private int step;
  private float[] kernel = {};
  private float[] before = {};

  /**
   * Converts a piece.
   *
   * @param pcm 16 bit little-endian, interleaved
   * @param rate a multiple of 16 kHz, and the piece a multiple of what makes one sample of it
   * @param channels all but the first are ignored: a voice is on all of them
   * @return 16 bit, 16 kHz
   */
  short[] of(byte[] pcm, int rate, int channels, int frames) {
    if (rate % RATE != 0 || frames % (rate / RATE) != 0) {
      throw new IllegalArgumentException(frames + " samples at " + rate + " Hz");
    }
    if (step != rate / RATE) {
      become(rate / RATE);
    }
    float[] all = new float[before.length + frames];
    System.arraycopy(before, 0, all, 0, before.length);
    ByteBuffer bytes = ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < frames; i++) {
      all[before.length + i] = bytes.getShort(2 * i * channels);
    }
    short[] out = new short[frames / step];
    for (int i = 0; i < out.length; i++) {
      float sum = 0;
      for (int k = 0; k < kernel.length; k++) {
        sum += kernel[k] * all[i * step + k];
      }
      out[i] = (short) Math.clamp(Math.round(sum), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    System.arraycopy(all, frames, before, 0, before.length);
    return out;
  }

  private void become(int newStep) {
    step = newStep;
    int half = step == 1 ? 0 : LOBES * step;
    kernel = new float[2 * half + 1];
    double sum = 0;
    for (int k = 0; k < kernel.length; k++) {
      double angle = Math.PI * (k - half) * KEPT / step;
      double sinc = k == half ? 1 : Math.sin(angle) / angle;
      double window = 0.5 + 0.5 * Math.cos(Math.PI * (k - half) / (half + 1));
      kernel[k] = (float) (sinc * window);
      sum += kernel[k];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= (float) sum;
    }
    before = new float[kernel.length - 1];
  }
}
