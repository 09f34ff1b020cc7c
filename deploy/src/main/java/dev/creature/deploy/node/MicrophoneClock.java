package dev.creature.deploy.node;

import dev.creature.voiceloop.engine.PcmBlock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes one stream without gaps of what a microphone far away sends: the conversation's clock.
 *
 * <p>Sound is handed on as it comes. Where none comes for {@value #PATIENCE_MILLIS} ms, because the
 * phone sleeps or the network pauses, silence takes its place at the pace of time. Where more comes
 * than a microphone can have heard, the oldest is dropped: at most {@value #BURST_MILLIS} ms may
 * come at once. Pure but for its state; time is given by the caller, who asks in its order.
 */
final class MicrophoneClock {
  /** Silence of the network that is waited for. */
  static final int PATIENCE_MILLIS = 160;

  /** What a pause of the network may pile up. */
  static final int BURST_MILLIS = 1_000;

  private static final int PER_MILLI = PcmBlock.SAMPLE_RATE / 1000;
  private static final double BURST_SAMPLES = BURST_MILLIS * (double) PER_MILLI;

  private long nextSample;
  private long lastNanos;
  private double room = BURST_SAMPLES;
  private long roomNanos;
  private long droppedSamples;

  /** Starts at time 0 of the conversation. */
  MicrophoneClock(long nowNanos) {
    lastNanos = nowNanos;
    roomNanos = nowNanos;
  }

  /** Sound that came; empty when all of it has to be dropped. */
  Optional<PcmBlock> heard(short[] samples, long nowNanos) {
    room = Math.min(BURST_SAMPLES, room + nanosToSamples(nowNanos - roomNanos));
    roomNanos = nowNanos;
    int kept = (int) Math.min(samples.length, room);
    droppedSamples += samples.length - kept;
    if (kept == 0) {
      return Optional.empty();
    }
    room -= kept;
    lastNanos = nowNanos;
    float[] block = new float[kept];
    int from = samples.length - kept;
    for (int i = 0; i < kept; i++) {
      block[i] = samples[from + i] / 32_768f;
    }
    return Optional.of(next(block));
  }

  /** The silence that is due when nothing came. */
  Optional<PcmBlock> tick(long nowNanos) {
    long silentNanos = nowNanos - lastNanos;
    if (silentNanos < TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS)) {
      return Optional.empty();
    }
    // Time goes on from here as if this had been heard; what is left of the patience stays.
    long due = silentNanos - TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS - 20L);
    int samples = (int) Math.min(nanosToSamples(due), BURST_SAMPLES);
    if (samples == 0) {
      return Optional.empty();
    }
    lastNanos += TimeUnit.SECONDS.toNanos(samples) / PcmBlock.SAMPLE_RATE;
    float[] silence = new float[samples];
    return Optional.of(next(silence));
  }

  /** Where the clock stands. */
  long nowMillis() {
    return nextSample / PER_MILLI;
  }

  /** How much sound was dropped. */
  long droppedMillis() {
    return droppedSamples / PER_MILLI;
  }

  private PcmBlock next(float[] samples) {
    PcmBlock block = new PcmBlock(nextSample, samples);
    nextSample += samples.length;
    return block;
  }

  private static double nanosToSamples(long nanos) {
    return nanos * (double) PcmBlock.SAMPLE_RATE / TimeUnit.SECONDS.toNanos(1);
  }
}
