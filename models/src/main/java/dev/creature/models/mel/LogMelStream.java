package dev.creature.models.mel;

import java.util.Arrays;

/**
 * Log-mel spectrum of sound that is still arriving: each frame is computed once, when its last
 * sample is there, so that a look at all of it costs only the scaling.
 *
 * <p>Frame {@code t} is centred on sample {@code 160 t} of the stream and settles 200 samples
 * later. What is no longer needed can be {@linkplain #forgetBefore forgotten}; frames keep their
 * numbers. Belongs to one thread at a time.
 */
public final class LogMelStream {
  private static final int HALF_WINDOW = PowerSpectrum.WINDOW / 2;
  private static final int BINS = MelFilterbank.BINS;
  private static final int ROOM_FOR_MORE = 128;
  private static final double QUIETEST = 1e-10;

  private final PowerSpectrum spectrum = new PowerSpectrum();
  private final MelFilterbank filterbank = MelFilterbank.slaney();
  private final double[] power = new double[PowerSpectrum.BINS];

  /**
   * Settled frames from {@code firstKept} on, 80 values each; in double precision, because Smart
   * Turn's integer kernels turn a difference in the seventh digit into one in the second.
   */
  private double[] energies = new double[256 * BINS];

  private int firstKept;
  private int settled;

  /** Samples that frames to come need; room for the reflected start stands in front of them. */
  private float[] held = new float[4096];

  private int heldCount = HALF_WINDOW;
  private long heldFrom = -HALF_WINDOW;
  private boolean startReflected;
  private long total;

  /** Takes more samples (mono, 16 kHz, in [-1, 1]). */
  public void accept(float[] samples, int offset, int length) {
    if (heldCount + length > held.length) {
      held = Arrays.copyOf(held, Math.max(heldCount + length, 2 * held.length));
    }
    System.arraycopy(samples, offset, held, heldCount, length);
    heldCount += length;
    total += length;
    if (!startReflected && total > HALF_WINDOW) {
      for (int i = 1; i <= HALF_WINDOW; i++) {
        held[HALF_WINDOW - i] = held[HALF_WINDOW + i];
      }
      startReflected = true;
    }
    if (startReflected) {
      settle();
    }
  }

  /** Samples taken so far. */
  public long sampleCount() {
    return total;
  }

  /** Frames settled so far; the frames {@link #firstFrame()} up to this one are there. */
  public int frameCount() {
    return settled;
  }

  /** Number of the first frame that is not forgotten. */
  public int firstFrame() {
    return firstKept;
  }

  /** Lets go of the settled frames before the given one, so that a stream of any length fits. */
  public void forgetBefore(int frame) {
    int from = Math.clamp(frame, firstKept, settled);
    System.arraycopy(energies, (from - firstKept) * BINS, energies, 0, (settled - from) * BINS);
    firstKept = from;
  }

  /**
   * The kept frames as if silence followed what has arrived; the stream itself goes on unchanged.
   *
   * @param fromFrame first frame wanted, kept or yet to come
   * @param silentSamples zeros that follow, 0 or more (Whisper wants half a second after the last
   *     word)
   * @return frames {@code fromFrame} up to {@code (samples + silence) / 160}
   */
  public MelFeatures followedBySilence(int fromFrame, int silentSamples) {
    LogMelStream end = continuation(fromFrame);
    // One window more than asked for, so that the last frame looks at silence and not at an edge.
    end.accept(new float[silentSamples + HALF_WINDOW], 0, silentSamples + HALF_WINDOW);
    int frames = Math.toIntExact((total + silentSamples) / LogMel.HOP);
    return end.features(fromFrame, Math.min(frames, end.settled));
  }

  /** All kept frames, with the end of the sound reflected: what a whole recording gives. */
  MelFeatures toTheEnd() {
    if (total <= HALF_WINDOW) {
      throw new IllegalArgumentException(
          "a spectrum needs at least " + (HALF_WINDOW + 1) + " samples, not " + total);
    }
    LogMelStream end = continuation(firstKept);
    float[] mirrored = new float[HALF_WINDOW];
    int last = heldCount - 1;
    for (int i = 0; i < HALF_WINDOW; i++) {
      mirrored[i] = held[last - 1 - i];
    }
    end.accept(mirrored, 0, HALF_WINDOW);
    return end.features(firstKept, Math.toIntExact(total / LogMel.HOP));
  }

  private MelFeatures features(int from, int to) {
    return LogMel.normalise(energies, from - firstKept, Math.max(0, to - from));
  }

  private void settle() {
    int begin = beginOfNextFrame();
    while (begin + PowerSpectrum.WINDOW <= heldCount) {
      int at = (settled - firstKept) * BINS;
      if (at + BINS > energies.length) {
        energies = Arrays.copyOf(energies, 2 * energies.length);
      }
      spectrum.of(held, begin, power);
      for (int bin = 0; bin < BINS; bin++) {
        energies[at + bin] = Math.log10(Math.max(QUIETEST, filterbank.energy(bin, power)));
      }
      settled++;
      begin += LogMel.HOP;
    }
    System.arraycopy(held, begin, held, 0, heldCount - begin);
    heldFrom += begin;
    heldCount -= begin;
  }

  private int beginOfNextFrame() {
    return Math.toIntExact((long) settled * LogMel.HOP - HALF_WINDOW - heldFrom);
  }

  private LogMelStream continuation(int fromFrame) {
    if (fromFrame < firstKept) {
      throw new IllegalArgumentException(
          "frame " + fromFrame + " is forgotten; the first kept is " + firstKept);
    }
    LogMelStream copy = new LogMelStream();
    int from = Math.min(fromFrame, settled);
    copy.energies =
        Arrays.copyOfRange(
            energies, (from - firstKept) * BINS, (settled + ROOM_FOR_MORE - firstKept) * BINS);
    copy.firstKept = from;
    copy.settled = settled;
    copy.held = Arrays.copyOf(held, heldCount + 4096);
    copy.heldCount = heldCount;
    copy.heldFrom = heldFrom;
    copy.startReflected = startReflected;
    copy.total = total;
    return copy;
  }
}
