package dev.creature.voiceloop.echo;

import dev.creature.voiceloop.audio.AudioFiles;
import dev.creature.voiceloop.audio.MonoReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Makes, for tests, what a microphone hears of a loudspeaker in a room. */
final class SimulatedRoom {
  private static final Path RECORDINGS = Path.of("..", "docs", "examples", "recordings");
  private static final int RATE = 16_000;

  private SimulatedRoom() {}

  /** Several seconds of two sentences of one speaker, with a pause between, at −26 dBFS. */
  static float[] creature() {
    float[] first = recording("speechbrain-spk1_snt3.wav");
    float[] second = recording("speechbrain-spk1_snt5.wav");
    float[] both = new float[first.length + RATE / 2 + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length + RATE / 2, second.length);
    return scaled(both, 0.05);
  }

  /** Another speaker, at −26 dBFS. */
  static float[] person() {
    return scaled(recording("speechbrain-spk2_snt1.wav"), 0.05);
  }

  static float[] recording(String name) {
    try (MonoReader reader = new MonoReader(AudioFiles.open(RECORDINGS.resolve(name)), RATE)) {
      float[] samples = new float[RATE * 30];
      int count = 0;
      for (int read = reader.read(samples, 0, samples.length);
          read > 0;
          read = reader.read(samples, count, samples.length - count)) {
        count += read;
      }
      return Arrays.copyOf(samples, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Scales to a root mean square. */
  static float[] scaled(float[] samples, double level) {
    double scale = level / Math.sqrt(TwoPathFilter.energy(samples) / samples.length);
    float[] result = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      result[i] = (float) (samples[i] * scale);
    }
    return result;
  }

  /**
   * The echo: half of its energy direct, half in exponentially decaying noise.
   *
   * @param reverbMillis until that has died by 60 dB; 0 for none
   */
  static float[] echo(float[] played, double decibels, int delayMillis, int reverbMillis) {
    int length = Math.max(1, reverbMillis * 16);
    double[] response = new double[length];
    Random random = new Random(delayMillis * 31L + reverbMillis);
    double energy = 0;
    for (int i = 32; i < length; i++) {
      response[i] = random.nextGaussian() * Math.pow(10, -3.0 * i / length);
      energy += response[i] * response[i];
    }
    double gain = Math.pow(10, decibels / 20);
    for (int i = 0; i < length; i++) {
      response[i] *= gain * Math.sqrt(0.5 / Math.max(energy, 1e-9));
    }
    response[0] = energy == 0 ? gain : gain * Math.sqrt(0.5);
    float[] result = new float[played.length];
    int delay = delayMillis * 16;
    for (int i = 0; i < played.length - delay; i++) {
      int last = Math.min(length, result.length - delay - i);
      for (int k = 0; k < last; k++) {
        result[i + delay + k] += (float) (played[i] * response[k]);
      }
    }
    return result;
  }

  /** A loudspeaker too small for its task. */
  static float[] softClipped(float[] played) {
    float[] result = new float[played.length];
    for (int i = 0; i < played.length; i++) {
      result[i] = (float) (Math.tanh(4.0 * played[i]) / 4);
    }
    return result;
  }

  /** As heard by a microphone whose clock goes wrong by so many millionths. */
  static float[] drifting(float[] samples, double millionths) {
    float[] result = new float[samples.length];
    for (int i = 2; i < samples.length - 3; i++) {
      double place = i * (1 - millionths * 1e-6);
      int whole = (int) place;
      double x = place - whole;
      // Cubic, so that what is lost between samples does not pass for echo that is left.
      double a = samples[whole - 1];
      double b = samples[whole];
      double c = samples[whole + 1];
      double d = samples[whole + 2];
      result[i] =
          (float)
              (b + 0.5 * x * (c - a + x * (2 * a - 5 * b + 4 * c - d + x * (3 * (b - c) + d - a))));
    }
    return result;
  }

  static float[] sum(float[] one, float[] other, int from) {
    float[] result = one.clone();
    for (int i = from; i < Math.min(one.length, from + other.length); i++) {
      result[i] += other[i - from];
    }
    return result;
  }

  static float[] noise(int length, double level) {
    Random random = new Random(11);
    float[] result = new float[length];
    for (int i = 0; i < length; i++) {
      result[i] = (float) (random.nextGaussian() * level);
    }
    return result;
  }
}
