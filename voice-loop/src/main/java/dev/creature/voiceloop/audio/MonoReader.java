package dev.creature.voiceloop.audio;

import java.util.List;

/**
 * A recording as one channel at a wanted rate: the channels' mean, resampled. Streams; belongs to
 * one thread at a time.
 */
public final class MonoReader implements AutoCloseable {
  private static final int BLOCK_FRAMES = 1024;

  private final AudioSource source;
  private final Resampler resampler;
  private final int sampleRate;
  private final float[] interleaved;
  private final float[] mono = new float[BLOCK_FRAMES];
  private final float[] resampled;
  private int resampledAt;
  private int resampledCount;
  private boolean ended;
  private long samplesRead;

  /** Reads a source, and closes it when closed. */
  public MonoReader(AudioSource source, int sampleRate) {
    this.source = source;
    this.sampleRate = sampleRate;
    this.resampler = new Resampler(source.sampleRate(), sampleRate);
    this.interleaved = new float[BLOCK_FRAMES * source.channels()];
    this.resampled = new float[resampler.mostOutput(BLOCK_FRAMES)];
  }

  /** Samples a second of what is read. */
  public int sampleRate() {
    return sampleRate;
  }

  /** Samples handed out so far. */
  public long samplesRead() {
    return samplesRead;
  }

  /** What was wrong and could be lived with; complete once all is read. */
  public List<String> warnings() {
    return source.warnings();
  }

  /**
   * Fills the array as far as there is sound.
   *
   * @return samples read; fewer than asked for only at the end, 0 after it
   * @throws BadAudio when what comes next makes no sense
   */
  public int read(float[] samples, int offset, int length) {
    int done = 0;
    while (done < length) {
      if (resampledAt == resampledCount) {
        if (ended) {
          break;
        }
        refill();
        continue;
      }
      int piece = Math.min(length - done, resampledCount - resampledAt);
      System.arraycopy(resampled, resampledAt, samples, offset + done, piece);
      resampledAt += piece;
      done += piece;
    }
    samplesRead += done;
    return done;
  }

  private void refill() {
    resampledAt = 0;
    int frames = source.read(interleaved, 0, BLOCK_FRAMES);
    if (frames < 0) {
      ended = true;
      resampledCount = resampler.finish(resampled, 0);
      return;
    }
    int channels = source.channels();
    for (int i = 0; i < frames; i++) {
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += interleaved[i * channels + channel];
      }
      mono[i] = sum / channels;
    }
    resampledCount = resampler.process(mono, 0, frames, resampled, 0);
  }

  @Override
  public void close() {
    source.close();
  }
}
