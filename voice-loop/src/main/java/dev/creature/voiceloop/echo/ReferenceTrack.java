package dev.creature.voiceloop.echo;

import dev.creature.voiceloop.audio.Resampler;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import java.util.Arrays;

/**
 * What the loudspeaker played in the last seconds, on the clock of the microphone's samples.
 *
 * <p>Stretches come in at 24 kHz and in order; where none was reported, nothing sounded. A stretch
 * that overlaps what is already there counts only from there on. A window is read {@value
 * #LAG_MILLIS} ms late, so that the conversion's own delay is never waited for. Belongs to one
 * thread at a time.
 */
public final class ReferenceTrack {
  /** The reference stands so much later than it sounded; echo takes longer than that. */
  public static final int LAG_MILLIS = 8;

  private static final int SAMPLES_PER_MILLI = PcmBlock.SAMPLE_RATE / 1000;
  private static final int PLAYED_PER_MILLI = SoundClip.SAMPLE_RATE / 1000;
  private static final int LAG = LAG_MILLIS * SAMPLES_PER_MILLI;

  /** Two seconds: more than a window can be behind. */
  private static final int RING = 1 << 15;

  /** Zeros after a stretch that make sure its last samples come out. */
  private static final int FLUSH_MILLIS = 20;

  private static final int SLICE = PLAYED_PER_MILLI * 20;

  private final Resampler resampler = new Resampler(SoundClip.SAMPLE_RATE, PcmBlock.SAMPLE_RATE);
  private final float[] ring = new float[RING];
  private final float[] slice = new float[SLICE];
  private final float[] converted = new float[resampler.mostOutput(SLICE)];
  private long nextMillis;
  private long writtenTo;

  /**
   * Takes a stretch.
   *
   * @param atMillis when its first sample sounded
   * @param samples 24 kHz, 16 bit
   */
  public void sounded(long atMillis, short[] samples) {
    int skip = (int) Math.clamp((nextMillis - atMillis) * PLAYED_PER_MILLI, 0L, samples.length);
    if (atMillis > nextMillis) {
      skipTo(atMillis);
    }
    for (int from = skip; from < samples.length; from += SLICE) {
      int count = Math.min(SLICE, samples.length - from);
      for (int i = 0; i < count; i++) {
        slice[i] = samples[from + i] / 32_768f;
      }
      convert(count);
    }
    nextMillis = Math.max(nextMillis, atMillis + samples.length / PLAYED_PER_MILLI);
  }

  /**
   * What sounded in a window of time.
   *
   * @param firstSample of the window, on the microphone's clock
   * @return as many samples as asked for, zeros where nothing is known
   */
  public float[] window(long firstSample, int count) {
    float[] window = new float[count];
    for (int i = 0; i < count; i++) {
      long place = firstSample - LAG + i;
      if (place >= 0 && place < writtenTo && place >= writtenTo - RING) {
        window[i] = ring[(int) (place % RING)];
      }
    }
    return window;
  }

  /** Silence up to a moment: some of it through the converter, the rest straight. */
  private void skipTo(long millis) {
    long gap = millis - nextMillis;
    int flushed = (int) Math.min(gap, FLUSH_MILLIS);
    Arrays.fill(slice, 0);
    convert(flushed * PLAYED_PER_MILLI);
    long zeros = (gap - flushed) * SAMPLES_PER_MILLI;
    for (long i = 0; i < Math.min(zeros, RING); i++) {
      ring[(int) ((writtenTo + i) % RING)] = 0;
    }
    // What the converter still holds are zeros of the flush: they may stand anywhere in the gap.
    if (zeros > RING) {
      Arrays.fill(ring, 0);
    }
    writtenTo += zeros;
    nextMillis = millis;
  }

  private void convert(int count) {
    int written = resampler.process(slice, 0, count, converted, 0);
    for (int i = 0; i < written; i++) {
      ring[(int) (writtenTo % RING)] = converted[i];
      writtenTo++;
    }
  }
}
