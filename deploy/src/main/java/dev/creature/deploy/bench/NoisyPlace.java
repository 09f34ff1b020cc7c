package dev.creature.deploy.bench;

import java.util.List;
import java.util.Random;

/** Where somebody speaks to the creature, and it is not quiet. */
enum NoisyPlace {
  /** Air: a fan, a road behind the window. */
  PINK,
  /** Six other people who talk at once, each as loud as the next. */
  BABBLE,
  /** A refrigerator and an extractor hood, running water, and dishes now and then. */
  KITCHEN;

  private static final int SAMPLE_RATE = 16_000;
  private static final int TALKERS = 6;

  /**
   * So many samples of it, of any level.
   *
   * @param others recordings of people, for {@link #BABBLE}; at least one that is not silent
   * @param seed the same gives the same sound
   */
  float[] samples(int count, List<float[]> others, long seed) {
    return switch (this) {
      case PINK -> Noise.PINK.samples(count / SAMPLE_RATE + 1, seed);
      case BABBLE -> babble(count, others, new Random(seed));
      case KITCHEN -> kitchen(count, seed);
    };
  }

  private static float[] babble(int count, List<float[]> others, Random random) {
    float[] sum = new float[count];
    for (int talker = 0; talker < TALKERS; talker++) {
      int at = 0;
      while (at < count) {
        float[] one = others.get(random.nextInt(others.size()));
        double gain = 0.1 / Math.max(1e-4, Math.sqrt(NoisySpeech.speechPower(one)));
        int from = at == 0 ? random.nextInt(one.length) : 0;
        for (int i = from; i < one.length && at < count; i++) {
          sum[at++] += (float) (gain * one[i]);
        }
      }
    }
    return sum;
  }

  private static float[] kitchen(int count, long seed) {
    int seconds = count / SAMPLE_RATE + 1;
    float[] hum = Noise.HUM.samples(seconds, seed);
    float[] hood = Noise.PINK.samples(seconds, seed + 1);
    float[] sum = new float[count];
    Random random = new Random(seed + 2);
    double water = 0;
    double slow = 0;
    double dish = 0;
    double hertz = 0;
    double phase = 0;
    for (int i = 0; i < count; i++) {
      // Water: high noise whose loudness wanders.
      slow += 0.0005 * (random.nextDouble() - slow);
      double white = random.nextGaussian();
      water = 0.6 * water + 0.4 * white;
      if (random.nextDouble() < 0.7 / SAMPLE_RATE) {
        dish = 0.2 + 0.6 * random.nextDouble();
        hertz = 1_500 + 3_000 * random.nextDouble();
      }
      dish *= 0.9993;
      phase += 2 * Math.PI * hertz / SAMPLE_RATE;
      double ring = Math.sin(phase) + 0.6 * Math.sin(2.76 * phase) + 0.4 * Math.sin(5.4 * phase);
      sum[i] =
          (float)
              (0.15 * hum[i] + 0.5 * hood[i] + 0.15 * slow * (white - water) + 0.12 * dish * ring);
    }
    return sum;
  }
}
