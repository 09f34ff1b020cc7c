package dev.creature.voiceloop.echo;

import dev.creature.voiceloop.audio.RealTransform;

/**
 * Judges whether what is left of a window can be explained by echo that was not taken out.
 *
 * <p>Three things are known of that echo. It follows what was played lately, at first as loud as
 * that. Once the filter is of use, it also follows the echo that the filter expects. How far below
 * each it stays is learned while only the creature speaks; once both are known, the lower level
 * counts. And where a part of the spectrum was not heard yet, the filter says itself how little it
 * knows. A person is heard where more is left, over the bands of a voice, than that level and the
 * filter's ignorance allow; and neither allows more than came through, echo taken out or not, while
 * only the creature spoke. So a filter that begins anew, as noise may make it, does not make the
 * ears deaf. Not thread-safe.
 */
final class OwnVoiceJudge {
  /** What is left may pass its learned level by so much, as power. */
  private static final double MARGIN = 4;

  /** The same while a reply begins, whose first sounds are the ones worst foreseen. */
  private static final double YOUNG_MARGIN = 16;

  /** Echo that comes through may be so loud at the start, in decibels against what was played. */
  private static final double EVERYTHING = 0;

  /** After 5 s of its own voice both levels are known: later ones are as good as they get. */
  private static final int PRACTISED_WINDOWS = 150;

  /** How fast the learned levels rise while only the creature speaks, in decibels a window. */
  private static final double FAST_RISE = 3;

  /**
   * The same while a reply begins: the forgiven is not learned, or whoever speaks right then is
   * echo from there on.
   */
  private static final double YOUNG_RISE = 0.5;

  /** The same while a person is heard. */
  private static final double SLOW_RISE = 0.1;

  /** Rooms let sound die at 60 dB in half a second at most: half its power each 32 ms window. */
  private static final double REVERBERATION = 0.5;

  /** Less than this, as energy against that of the noise, is no voice: 6 dB. */
  private static final double ABOVE_NOISE = 4;

  private static final double SURELY_PERSON = 0.25;
  private static final double PERHAPS_PERSON = 0.5;
  private static final int PERSON_WINDOWS = 8;

  /** The filter is of use once it takes away half of the energy. */
  private static final double USEFUL = 0.5;

  private final RealTransform transform;
  private final Bands bands;
  private final float[] shape;
  private final double shapePower;
  private final float[] block;
  private final float[] real;
  private final float[] imaginary;
  private final double[] left;
  private final double[] now;
  private final double[] expected;
  private final double[] notLearned;
  private final double[][] played;
  private final double[] playedPeak;
  private final Leak leakOfPlayed;
  private final Leak leakOfExpected;
  private final Leak heardOfPlayed;
  private final double[] heard;
  private int nextPlayed;
  private double leftEnergy;
  private double heardEnergy;
  private boolean useful;
  private int practised;
  private int perhaps;
  private int young;
  private int personWindows;
  private double likelihood = 1;

  OwnVoiceJudge(RealTransform transform, int sampleRate, int window, int windows) {
    this.transform = transform;
    bands = new Bands(transform.bins(), sampleRate);
    shape = new float[window];
    double sum = 0;
    for (int i = 0; i < window; i++) {
      shape[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / window));
      sum += (double) shape[i] * shape[i];
    }
    shapePower = sum;
    block = new float[2 * window];
    real = new float[transform.bins()];
    imaginary = new float[transform.bins()];
    left = new double[bands.count()];
    now = new double[bands.count()];
    expected = new double[bands.count()];
    notLearned = new double[bands.count()];
    played = new double[windows][bands.count()];
    playedPeak = new double[bands.count()];
    leakOfPlayed = new Leak(bands.count(), EVERYTHING, -40);
    leakOfExpected = new Leak(bands.count(), EVERYTHING, -14);
    heardOfPlayed = new Leak(bands.count(), EVERYTHING, -40);
    heard = new double[bands.count()];
  }

  /**
   * Judges a window.
   *
   * @param reference what was played
   * @param microphone the window as it came in
   * @param echo that was expected in it
   * @param cleaned what is left
   * @param unknown power in each bin that echo may have where nothing was learned yet
   * @param noise energy of a window of noise
   * @return whether the creature's own voice explains it
   */
  boolean ownVoice(
      ReferenceSpectra reference,
      float[] microphone,
      float[] echo,
      float[] cleaned,
      float[] unknown,
      double noise) {
    follow(reference, microphone, echo, cleaned);
    bands.powers(unknown, 1.0 / echo.length, now);
    for (int band = 0; band < now.length; band++) {
      notLearned[band] = Math.max(now[band], REVERBERATION * notLearned[band]);
    }
    double energy = TwoPathFilter.energy(cleaned);
    double margin = young > 0 ? YOUNG_MARGIN : MARGIN;
    young = Math.max(0, young - 1);
    double most = 0;
    double total = 1e-12;
    for (int band = 0; band < left.length; band++) {
      most += Math.min(left[band], margin * most(band));
      total += left[band];
    }
    likelihood = Math.min(1, most / total);
    boolean person = person(energy > ABOVE_NOISE * noise);
    learn(person, microphone, energy);
    return !person;
  }

  /** Nothing is to be judged: a person who was heard until now says nothing of the next reply. */
  void rests() {
    personWindows = 0;
    perhaps = 0;
  }

  /** The room may be another one: as much may come through as at the start. */
  void doubt() {
    practised = 0;
    heardOfPlayed.reset();
  }

  /** The creature begins to sound after a silence. */
  void begins() {
    young = played.length;
  }

  /** Share of what was left in the latest window that echo explains, 0 to 1. */
  double likelihood() {
    return likelihood;
  }

  private void follow(
      ReferenceSpectra reference, float[] microphone, float[] echo, float[] cleaned) {
    spectrum(microphone);
    bands.powers(real, imaginary, 1 / shapePower, now);
    System.arraycopy(now, 0, heard, 0, heard.length);
    spectrum(cleaned);
    bands.powers(real, imaginary, 1 / shapePower, left);
    for (int band = 0; band < left.length; band++) {
      // A person is no louder than the microphone: more is an echo that was expected in vain.
      left[band] = Math.min(left[band], now[band]);
    }
    spectrum(echo);
    bands.powers(real, imaginary, 1 / shapePower, now);
    for (int band = 0; band < expected.length; band++) {
      expected[band] = Math.max(now[band], REVERBERATION * expected[band]);
    }
    bands.powers(reference.real(0), reference.imaginary(0), 1.0 / block.length, played[nextPlayed]);
    nextPlayed = (nextPlayed + 1) % played.length;
    for (int band = 0; band < playedPeak.length; band++) {
      double peak = 0;
      for (double[] window : played) {
        peak = Math.max(peak, window[band]);
      }
      playedPeak[band] = peak;
    }
  }

  private double most(int band) {
    double most = leakOfPlayed.most(band, playedPeak[band]);
    if (useful) {
      double ofExpected = leakOfExpected.most(band, expected[band]);
      // Once both are known, what seldom passes either level seldom passes the lower one.
      most =
          practised >= PRACTISED_WINDOWS ? Math.min(most, ofExpected) : Math.max(most, ofExpected);
    }
    most = Math.max(most, notLearned[band]);
    return Math.min(most, heardOfPlayed.most(band, playedPeak[band]));
  }

  private boolean person(boolean audible) {
    perhaps = audible && likelihood < PERHAPS_PERSON ? perhaps + 1 : 0;
    if ((audible && likelihood < SURELY_PERSON) || perhaps >= 2) {
      personWindows = PERSON_WINDOWS;
    } else if (personWindows > 0) {
      personWindows--;
    }
    return personWindows > 0;
  }

  private void learn(boolean person, float[] microphone, double energy) {
    leftEnergy = 0.9 * leftEnergy + 0.1 * energy;
    heardEnergy = 0.9 * heardEnergy + 0.1 * TwoPathFilter.energy(microphone);
    if (!person) {
      useful = useful || leftEnergy < USEFUL * heardEnergy;
      practised += useful ? 1 : 0;
    }
    double rise = person ? SLOW_RISE : young > 0 ? YOUNG_RISE : FAST_RISE;
    for (int band = 0; band < left.length; band++) {
      leakOfPlayed.learn(band, left[band], playedPeak[band], rise);
      leakOfExpected.learn(band, left[band], expected[band], rise);
      heardOfPlayed.learn(band, heard[band], playedPeak[band], rise);
    }
  }

  private void spectrum(float[] window) {
    for (int i = 0; i < window.length; i++) {
      block[i] = window[i] * shape[i];
    }
    transform.forward(block, real, imaginary);
  }
}
