package dev.creature.voiceloop.ears;

import java.util.Arrays;

/** The latest stretch of a stream, by sample number. Belongs to one thread at a time. */
public final class SoundMemory {
  private float[] samples = new float[1 << 16];
  private int count;
  private long from;

  /** Appends sound. */
  public void append(float[] sound, int offset, int length) {
    if (count + length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(count + length, 2 * samples.length));
    }
    System.arraycopy(sound, offset, samples, count, length);
    count += length;
  }

  /** Number of the first sample kept. */
  public long start() {
    return from;
  }

  /** Number of the sample that comes next. */
  public long end() {
    return from + count;
  }

  /** Forgets what comes before a sample. */
  public void forgetBefore(long sample) {
    int drop = (int) Math.clamp(sample - from, 0L, (long) count);
    // Moving only large pieces keeps the cost of a sample constant.
    if (drop > count / 2 || drop > 1 << 15) {
      System.arraycopy(samples, drop, samples, 0, count - drop);
      count -= drop;
      from += drop;
    }
  }

  /** A copy from one sample to before another, as far as it is kept. */
  public float[] between(long first, long end) {
    int a = (int) Math.clamp(first - from, 0L, (long) count);
    int b = (int) Math.clamp(end - from, (long) a, (long) count);
    return Arrays.copyOfRange(samples, a, b);
  }
}
