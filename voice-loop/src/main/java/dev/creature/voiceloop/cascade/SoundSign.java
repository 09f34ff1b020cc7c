package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.engine.SoundClip;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A sound without words that shows, in the moment in which a turn is taken, that it was heard. It
 * answers nothing: no delay may be measured by it.
 */
public enum SoundSign {
  /** None. */
  NONE,
  /** An audible breath, as people take one before they speak. */
  BREATH,
  /** A short hum. */
  HUM,
  /** A rising chirp, for creatures that do not pretend to be people. */
  CHIRP;

  private static final int RATE = SoundClip.SAMPLE_RATE;
  private static final double AMPLITUDE = 0.12 * Short.MAX_VALUE;

  /** Its sound; at most 0.25 s, and silent at both ends. */
  Optional<SoundClip> clip() {
    return switch (this) {
      case NONE -> Optional.empty();
      case BREATH -> Optional.of(clip(250, breath()));
      case HUM -> Optional.of(clip(220, SoundSign::hum));
      case CHIRP -> Optional.of(clip(120, SoundSign::chirp));
    };
  }

  /** A wave, from -1 to 1, by the time in seconds. */
  private interface Wave {
    double at(double seconds);
  }

  private static SoundClip clip(int millis, Wave wave) {
    short[] samples = new short[RATE * millis / 1000];
    for (int i = 0; i < samples.length; i++) {
      double envelope = Math.sin(Math.PI * i / (samples.length - 1));
      double value = wave.at((double) i / RATE) * envelope * envelope;
      samples[i] = (short) Math.round(value * AMPLITUDE);
    }
    return new SoundClip(samples, List.of(), List.of());
  }

  /** Noise, softened by a filter of one pole; the same each time. */
  private static Wave breath() {
    SplittableRandom noise = new SplittableRandom(1);
    double[] last = {0};
    return _ -> {
      last[0] += 0.35 * (noise.nextDouble(-1, 1) - last[0]);
      return last[0];
    };
  }

  /** 190 Hz with ever softer overtones, as behind closed lips. */
  private static double hum(double seconds) {
    double sum = 0;
    for (int overtone = 1; overtone <= 5; overtone++) {
      sum += Math.sin(2 * Math.PI * 190 * overtone * seconds) / (overtone * overtone);
    }
    return sum / 1.5;
  }

  /** From 900 to 1,800 Hz. */
  private static double chirp(double seconds) {
    return Math.sin(2 * Math.PI * (900 * seconds + 0.5 * 7500 * seconds * seconds));
  }
}
