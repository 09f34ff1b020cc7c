package dev.creature.deploy.bench;

import java.util.Random;

/** Sounds without a word in them, in which a recogniser likes to hear some. */
enum Noise {
  SILENCE,
  WHITE,
  PINK,
  HUM,
  TYPING,
  MUSIC;

  private static final int SAMPLE_RATE = 16_000;

  /** So many seconds of it at 16 kHz; the same for the same seed. */
  float[] samples(int seconds, long seed) {
    float[] samples = new float[seconds * SAMPLE_RATE];
    Random random = new Random(seed);
    switch (this) {
      case SILENCE -> {
        // Zeros.
      }
      case WHITE -> white(samples, random);
      case PINK -> pink(samples, random);
      case HUM -> hum(samples, random);
      case TYPING -> typing(samples, random);
      case MUSIC -> music(samples);
    }
    return samples;
  }

  private static void white(float[] samples, Random random) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.1 * random.nextGaussian());
    }
  }

  /** White noise through a filter of three poles, 3 dB less for each octave. */
  private static void pink(float[] samples, Random random) {
    double slow = 0;
    double middle = 0;
    double fast = 0;
    for (int i = 0; i < samples.length; i++) {
      double white = random.nextGaussian();
      slow = 0.99765 * slow + 0.0990460 * white;
      middle = 0.96300 * middle + 0.2965164 * white;
      fast = 0.57000 * fast + 1.0526913 * white;
      samples[i] = (float) (0.03 * (slow + middle + fast + 0.1848 * white));
    }
  }

  private static void hum(float[] samples, Random random) {
    for (int i = 0; i < samples.length; i++) {
      double angle = 2 * Math.PI * 50 * i / SAMPLE_RATE;
      double mains = Math.sin(angle) + 0.5 * Math.sin(3 * angle) + 0.3 * Math.sin(5 * angle);
      samples[i] = (float) (0.1 * mains + 0.002 * random.nextGaussian());
    }
  }

  /** Six keys a second, each a short burst of noise. */
  private static void typing(float[] samples, Random random) {
    double loudness = 0;
    for (int i = 0; i < samples.length; i++) {
      if (random.nextDouble() < 6.0 / SAMPLE_RATE) {
        loudness = 0.15 + 0.25 * random.nextDouble();
      }
      loudness *= 0.997;
      samples[i] = (float) ((loudness + 0.001) * random.nextGaussian());
    }
  }

  /** A plucked melody in thirds, two notes a second. */
  private static void music(float[] samples) {
    int[] scale = {0, 2, 4, 5, 7, 9, 11, 12};
    for (int i = 0; i < samples.length; i++) {
      double time = (double) i / SAMPLE_RATE;
      int beat = (int) (2 * time);
      double hertz = 220 * Math.pow(2, scale[(5 * beat + beat / 4) % scale.length] / 12.0);
      double angle = 2 * Math.PI * hertz * time;
      double tones =
          Math.sin(angle)
              + 0.5 * Math.sin(2 * angle)
              + 0.3 * Math.sin(3 * angle)
              + 0.6 * Math.sin(1.26 * angle);
      samples[i] = (float) (0.2 * Math.exp(-3 * (2 * time - beat)) * tones);
    }
  }
}
