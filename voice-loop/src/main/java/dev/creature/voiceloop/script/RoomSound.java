package dev.creature.voiceloop.script;

import dev.creature.voiceloop.audio.Resampler;
import dev.creature.voiceloop.engine.PcmBlock;
import dev.creature.voiceloop.engine.SoundClip;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * What a room adds to the user's microphone: the creature's sound, late, softer and reverberating,
 * and noise. The same each time for the same room. Not thread-safe.
 *
 * <p>Reverberation is made of single reflections of either sign, {@value #REFLECTIONS_A_SECOND} a
 * second at random places, dying exponentially: dense enough to sound smooth, and cheap.
 */
public final class RoomSound {
  private static final int REFLECTIONS_A_SECOND = 1500;
  private static final int SAMPLES_PER_MILLI = PcmBlock.SAMPLE_RATE / 1000;

  /** Share of the echo's energy that comes straight. */
  private static final double DIRECT = 0.5;

  private final Resampler resampler = new Resampler(SoundClip.SAMPLE_RATE, PcmBlock.SAMPLE_RATE);
  private final Random chance = new Random(1);
  private final float noise;
  private final int[] delays;
  private final float[] gains;
  private final float[] ring;
  private float[] played = new float[0];
  private float[] converted = new float[0];
  private long written;
  private long read;

  /** Of a room. */
  public RoomSound(Room room) {
    noise = (float) amplitude(room.noiseDb());
    double echo = amplitude(room.echoDb());
    int reflections = room.reverbMillis() * REFLECTIONS_A_SECOND / 1000;
    delays = new int[1 + reflections];
    gains = new float[1 + reflections];
    double energy = 0;
    for (int i = 1; i <= reflections; i++) {
      // The first ones come 2 ms behind the direct sound.
      double millis = 2 + room.reverbMillis() * (i - chance.nextDouble()) / reflections;
      delays[i] = (int) (millis * SAMPLES_PER_MILLI);
      double gain = Math.pow(10, -3 * millis / room.reverbMillis());
      gains[i] = (float) (chance.nextBoolean() ? gain : -gain);
      energy += gain * gain;
    }
    double direct = reflections == 0 ? 1 : DIRECT;
    double scale = reflections == 0 ? 0 : Math.sqrt((1 - direct) / energy);
    gains[0] = (float) (echo * Math.sqrt(direct));
    for (int i = 1; i < gains.length; i++) {
      gains[i] *= (float) (echo * scale);
    }
    int delay = room.echoDelayMillis() * SAMPLES_PER_MILLI;
    for (int i = 0; i < delays.length; i++) {
      delays[i] += delay;
    }
    int longest = Arrays.stream(delays).max().orElse(0);
    ring = new float[Integer.highestOneBit(longest + PcmBlock.SAMPLE_RATE) * 2];
  }

  private static double amplitude(OptionalDouble decibels) {
    return decibels.isEmpty() ? 0 : Math.pow(10, decibels.getAsDouble() / 20);
  }

  /**
   * Adds what the room makes of a stretch of time.
   *
   * @param creature the creature's 24 kHz samples of this stretch
   * @param microphone the user's 16 kHz samples of it, added to
   */
  public void add(short[] creature, float[] microphone) {
    if (played.length != creature.length) {
      played = new float[creature.length];
      converted = new float[resampler.mostOutput(creature.length)];
    }
    for (int i = 0; i < creature.length; i++) {
      played[i] = creature[i] / 32_768f;
    }
    int count = resampler.process(played, 0, played.length, converted, 0);
    for (int i = 0; i < count; i++) {
      ring[(int) (written & (ring.length - 1))] = converted[i];
      written++;
    }
    for (int i = 0; i < microphone.length; i++) {
      float sum = noise == 0 ? 0 : noise * (float) chance.nextGaussian();
      for (int j = 0; j < delays.length; j++) {
        sum += gains[j] * ring[(int) ((read - delays[j]) & (ring.length - 1))];
      }
      microphone[i] = Math.clamp(microphone[i] + sum, -1f, 1f);
      read++;
    }
  }
}
