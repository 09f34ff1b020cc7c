package dev.creature.voiceloop.echo;

import dev.creature.voiceloop.audio.RealTransform;
import dev.creature.voiceloop.engine.PcmBlock;

/**
 * Takes the creature's own sound out of the microphone's, knowing what it played, and says whether
 * what is left may still be its own.
 *
 * <p>Works on windows of {@value #WINDOW} samples (32 ms at 16 kHz) and adds no delay. Echo is
 * covered from 0 to {@value #TAIL_MILLIS} ms behind the reference. While nothing was played for
 * longer than that, a window passes untouched, bit by bit. What was learned of the room is kept
 * until the next reply.
 *
 * <p>A window never gains more than half of its energy, whatever comes in. Allocates nothing once
 * made; belongs to one thread at a time.
 */
public final class EchoCanceller {
  /** Samples of a window. */
  public static final int WINDOW = 512;

  /** The latest echo that is taken out. */
  public static final int TAIL_MILLIS = 448;

  private static final int WINDOWS = TAIL_MILLIS * PcmBlock.SAMPLE_RATE / 1000 / WINDOW;

  /** What explained windows are lowered to when nothing is known of the noise: −40 dB. */
  private static final double LEAST_GAIN = 0.01;

  /** Gain is changed over so many samples, 4 ms, so that it is not heard as a click. */
  private static final int RAMP = 64;

  /** Whoever talks over the creature for 2 s is perhaps its echo in another room. */
  private static final int LONG_PERSON_WINDOWS = 62;

  /** Mean square of −55 dBFS: softer is the breath before a word. */
  private static final double BEGINS = 3e-6;

  /** After so many soft windows what the creature says begins anew. */
  private static final int PAUSE_WINDOWS = 4;

  /**
   * Nobody speaks for a second and a half without a moment of rest. It is less than {@link
   * #LONG_PERSON_WINDOWS}, because noise that sets in must be known as noise before it is taken for
   * an echo of another room.
   */
  private static final int NOISE_WINDOWS = 48;

  /** Noise on a reference, −90 dBFS, that is silence: some loudspeakers' converters report it. */
  private static final float SILENCE = 3e-5f;

  private final RealTransform transform = new RealTransform(2 * WINDOW);
  private final ReferenceSpectra reference = new ReferenceSpectra(transform, WINDOW, WINDOWS);
  private final TwoPathFilter filter = new TwoPathFilter(transform, WINDOW, WINDOWS);
  private final OwnVoiceJudge judge =
      new OwnVoiceJudge(transform, PcmBlock.SAMPLE_RATE, WINDOW, WINDOWS);
  private final float[] echo = new float[WINDOW];
  private final float[] left = new float[WINDOW];
  private final LeastEnergy noise = new LeastEnergy(NOISE_WINDOWS);
  private int personWindows;
  private int softWindows = PAUSE_WINDOWS;
  private int silentWindows = WINDOWS + 1;
  private double gain = 1;
  private boolean ownVoice;

  /**
   * Cleans a window.
   *
   * @param microphone {@value #WINDOW} samples in [-1, 1]; cleaned in place
   * @param played what the loudspeaker played in the same stretch of time; echo lies behind it
   */
  public void clean(float[] microphone, float[] played) {
    silentWindows = silent(played) ? Math.min(silentWindows + 1, WINDOWS + 1) : 0;
    ownVoice = false;
    if (silentWindows > WINDOWS) {
      noise.accept(TwoPathFilter.energy(microphone));
      gain = 1;
      softWindows = PAUSE_WINDOWS;
      judge.rests();
      return;
    }
    boolean loud = TwoPathFilter.energy(played) > WINDOW * BEGINS;
    if (loud && softWindows >= PAUSE_WINDOWS) {
      judge.begins();
    }
    softWindows = loud ? 0 : softWindows + 1;
    reference.accept(played);
    filter.take(reference, microphone, echo, left);
    double energy = TwoPathFilter.energy(left);
    noise.accept(energy);
    ownVoice = judge.ownVoice(reference, microphone, echo, left, filter.unknown(), noise.energy());
    personWindows = ownVoice ? 0 : personWindows + 1;
    if (personWindows >= LONG_PERSON_WINDOWS) {
      personWindows = 0;
      filter.doubt();
      judge.doubt();
    }
    boolean harmful = energy > 1.5 * TwoPathFilter.energy(microphone);
    if (!harmful) {
      System.arraycopy(left, 0, microphone, 0, WINDOW);
    }
    lower(microphone, ownVoice ? toNoise(energy) : 1);
  }

  /** Whether the latest window is explained by the creature's own voice. */
  public boolean ownVoice() {
    return ownVoice;
  }

  /**
   * How much of what was left in the latest window the creature's own voice explains.
   *
   * @return 0 where nothing sounds, to 1
   */
  public double ownVoiceLikelihood() {
    return silentWindows > WINDOWS ? 0 : judge.likelihood();
  }

  private double toNoise(double energy) {
    return Math.max(LEAST_GAIN, Math.sqrt(noise.energy() / Math.max(energy, 1e-12)));
  }

  private void lower(float[] window, double wanted) {
    double step = (wanted - gain) / RAMP;
    for (int i = 0; i < RAMP; i++) {
      gain += step;
      window[i] *= (float) gain;
    }
    gain = wanted;
    if (wanted < 1) {
      for (int i = RAMP; i < WINDOW; i++) {
        window[i] *= (float) wanted;
      }
    }
  }

  private static boolean silent(float[] window) {
    for (float sample : window) {
      if (Math.abs(sample) > SILENCE) {
        return false;
      }
    }
    return true;
  }
}
