package dev.creature.voiceloop.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoomSoundTest {
  private static final int TICKS = 150;

  @Test
  void bringsTheCreaturesSoundLateAndSofter() {
    Room room = new Room(OptionalDouble.of(-12), 120, 0, OptionalDouble.empty());
    float[] heard = heard(room, 0, 10);

    assertThat(energy(heard, 0, 115)).isZero();
    assertThat(energy(heard, 115, TICKS * 20)).isPositive();
    assertThat(energy(heard, 325, TICKS * 20)).isLessThan(1e-9);
  }

  @Test
  void keepsTheLevelThatWasAskedForWhateverTheReverberation() {
    for (int reverb : new int[] {0, 200, 500}) {
      Room room = new Room(OptionalDouble.of(-12), 50, reverb, OptionalDouble.empty());
      float[] heard = heard(room, 0, TICKS);
      double level = 10 * Math.log10(energy(heard, 1500, 3000) / (1500 * 16));

      // White noise of −20 dBFS at 24 kHz keeps two thirds of its power at 16 kHz.
      assertThat(level).isCloseTo(-20 - 1.8 - 12, within(1.0));
    }
  }

  @Test
  void addsNoiseOfALevel() {
    Room room = new Room(OptionalDouble.empty(), 120, 0, OptionalDouble.of(-50));
    double level = 10 * Math.log10(energy(heard(room, 0, 0), 0, 3000) / (3000 * 16));

    assertThat(level).isCloseTo(-50, within(0.3));
  }

  @Test
  void isTheSameEachTime() {
    Room room = new Room(OptionalDouble.of(-6), 250, 300, OptionalDouble.of(-60));

    assertThat(heard(room, 0, TICKS)).isEqualTo(heard(room, 0, TICKS));
  }

  /**
   * What a silent user's microphone hears while the creature makes noise from a tick to another.
   */
  private static float[] heard(Room room, int from, int to) {
    RoomSound sound = new RoomSound(room);
    Random random = new Random(3);
    float[] all = new float[TICKS * 320];
    for (int tick = 0; tick < TICKS; tick++) {
      short[] creature = new short[480];
      if (tick >= from && tick < to) {
        for (int i = 0; i < creature.length; i++) {
          creature[i] = (short) Math.clamp(random.nextGaussian() * 3277, -32_768, 32_767);
        }
      }
      float[] microphone = new float[320];
      sound.add(creature, microphone);
      System.arraycopy(microphone, 0, all, tick * 320, 320);
    }
    return all;
  }

  private static double energy(float[] samples, int fromMillis, int toMillis) {
    double sum = 0;
    for (int i = fromMillis * 16; i < toMillis * 16; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum;
  }
}
