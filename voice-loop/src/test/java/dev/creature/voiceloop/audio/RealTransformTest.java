package dev.creature.voiceloop.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RealTransformTest {
  @Property(tries = 20)
  void equalsTheSumThatDefinesIt(@ForAll @IntRange(min = 2, max = 7) int log, @ForAll long seed) {
    int size = 1 << log;
    float[] samples = noise(size, seed);
    RealTransform transform = new RealTransform(size);
    float[] real = new float[transform.bins()];
    float[] imaginary = new float[transform.bins()];
    transform.forward(samples, real, imaginary);

    for (int k = 0; k < real.length; k++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < size; i++) {
        re += samples[i] * Math.cos(2 * Math.PI * i * k / size);
        im -= samples[i] * Math.sin(2 * Math.PI * i * k / size);
      }
      assertThat((double) real[k]).isCloseTo(re, within(1e-4));
      assertThat((double) imaginary[k]).isCloseTo(im, within(1e-4));
    }
  }

  @Property(tries = 20)
  void comesBackToWhatItWas(@ForAll @IntRange(min = 2, max = 12) int log, @ForAll long seed) {
    float[] samples = noise(1 << log, seed);
    RealTransform transform = new RealTransform(1 << log);
    float[] real = new float[transform.bins()];
    float[] imaginary = new float[transform.bins()];
    float[] back = new float[1 << log];
    transform.forward(samples, real, imaginary);
    transform.inverse(real, imaginary, back);

    assertThat(back).containsExactly(samples, within(1e-5f));
  }

  @Test
  void refusesSizesThatAreNoPowersOfTwo() {
    assertThatThrownBy(() -> new RealTransform(12)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RealTransform(2)).isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] noise(int size, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[size];
    for (int i = 0; i < size; i++) {
      samples[i] = random.nextFloat() * 2 - 1;
    }
    return samples;
  }
}
