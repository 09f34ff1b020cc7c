package dev.creature.voiceloop.echo;

import dev.creature.voiceloop.audio.RealTransform;

/**
 * Takes the echo out with two filters: one that learns all the time, and one that is used, and
 * becomes a copy of the first only after that has done better for a while. So a person who speaks
 * over the creature cannot spoil what is used. Not thread-safe.
 */
final class TwoPathFilter {
  /** The learner must leave so little of what the used filter leaves, in energy. */
  private static final double BETTER = 0.97;

  private static final int BETTER_WINDOWS = 3;

  /** So much more is left by a learner that has lost its way. */
  private static final double WORSE = 2;

  private static final int WORSE_WINDOWS = 6;

  /** The used filter is wrong when it adds energy to the microphone for so many windows. */
  private static final int HARMFUL_WINDOWS = 12;

  /** A learner that adds energy to the microphone for so many windows begins anew. */
  private static final int LOST_WINDOWS = 16;

  private final EchoPath learned;
  private final EchoPath used;
  private final EchoPathLearner learner;
  private final float[] echo;
  private final float[] left;
  private double learnedLeft;
  private double usedLeft;
  private double heard;
  private int better;
  private int worse;
  private int lost;
  private int harmful;

  TwoPathFilter(RealTransform transform, int window, int windows) {
    learned = new EchoPath(transform, windows);
    used = new EchoPath(transform, windows);
    learner = new EchoPathLearner(learned, transform, windows);
    echo = new float[window];
    left = new float[window];
  }

  /**
   * Takes the echo out of a window.
   *
   * @param reference what was played, up to this window
   * @param microphone the window
   * @param expected receives the echo that was expected
   * @param cleaned receives the window without it
   */
  void take(ReferenceSpectra reference, float[] microphone, float[] expected, float[] cleaned) {
    learned.predict(reference, echo);
    subtract(microphone, echo, left);
    used.predict(reference, expected);
    subtract(microphone, expected, cleaned);
    double energy = energy(microphone);
    learnedLeft = 0.8 * learnedLeft + 0.2 * energy(left);
    usedLeft = 0.8 * usedLeft + 0.2 * energy(cleaned);
    heard = 0.8 * heard + 0.2 * energy;
    learner.learn(reference, left);
    compare();
  }

  /** Learns as fast as at the start again: the room may be another one. */
  void doubt() {
    learner.doubt();
  }

  /** Per bin: power that echo may have in the latest window for want of knowledge. */
  float[] unknown() {
    return learner.unknown();
  }

  private void compare() {
    better = learnedLeft < BETTER * usedLeft && learnedLeft <= heard ? better + 1 : 0;
    worse = learnedLeft > WORSE * Math.min(usedLeft, heard) + 1e-9 ? worse + 1 : 0;
    harmful = usedLeft > 1.1 * heard + 1e-9 ? harmful + 1 : 0;
    if (better >= BETTER_WINDOWS) {
      used.copy(learned);
      usedLeft = learnedLeft;
      better = 0;
    }
    if (harmful >= HARMFUL_WINDOWS) {
      used.clear();
      usedLeft = heard;
      harmful = 0;
    }
    lost = learnedLeft > 1.05 * heard + 1e-9 ? lost + 1 : 0;
    if (lost >= LOST_WINDOWS) {
      // Sure of something that is not true any more: begins anew.
      learned.clear();
      learner.doubt();
      learnedLeft = heard;
      lost = 0;
    }
    if (worse >= WORSE_WINDOWS) {
      learned.copy(used);
      learner.doubt();
      learnedLeft = usedLeft;
      worse = 0;
    }
  }

  static double energy(float[] window) {
    double sum = 0;
    for (float sample : window) {
      sum += (double) sample * sample;
    }
    return sum;
  }

  private static void subtract(float[] from, float[] what, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = from[i] - what[i];
    }
  }
}
