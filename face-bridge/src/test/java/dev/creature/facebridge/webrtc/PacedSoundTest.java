package dev.creature.facebridge.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PacedSoundTest {
  /** 80 ms. */
  private static final int FRAME = 1_920;

  private final PacedSound sound = new PacedSound();

  private static short[] frame(int value) {
    short[] samples = new short[FRAME];
    Arrays.fill(samples, (short) value);
    return samples;
  }

  private short[] next(int steps) {
    short[] all = new short[steps * PacedSound.STEP_SAMPLES];
    for (int i = 0; i < steps; i++) {
      System.arraycopy(
          sound.next().samples(), 0, all, i * PacedSound.STEP_SAMPLES, PacedSound.STEP_SAMPLES);
    }
    return all;
  }

  private static int count(short[] samples, int value) {
    int found = 0;
    for (short sample : samples) {
      found += sample == value ? 1 : 0;
    }
    return found;
  }

  @Test
  void isSilentWhileThereIsNothing() {
    assertThat(next(3)).containsOnly(0);
  }

  @Test
  void playsFramesThatFollowEachOtherWithoutAGap() {
    sound.add(1_000, frame(1));
    sound.add(1_080, frame(2));
    short[] heard = next(16);
    assertThat(count(heard, 1)).isEqualTo(FRAME);
    assertThat(count(heard, 2)).isEqualTo(FRAME);
    assertThat(next(1)).containsOnly(0);
  }

  @Test
  void keepsAGapThatTheConversationHas() {
    sound.add(1_000, frame(1));
    sound.add(1_115, frame(2));
    short[] heard = next(20);
    assertThat(Arrays.copyOfRange(heard, FRAME, FRAME + 35 * 24)).containsOnly(0);
    assertThat(heard[FRAME + 35 * 24]).isEqualTo((short) 2);
  }

  @Test
  void playsAtOnceWhatComesAfterTheSoundRanOut() {
    sound.add(1_000, frame(1));
    next(30);
    sound.add(1_080, frame(2));
    assertThat(next(1)).containsOnly(2);
  }

  @Test
  void saysWhenAFrameBegins() {
    sound.add(1_000, frame(1));
    assertThat(sound.next().begins()).isEqualTo(OptionalLong.of(1_000));
    assertThat(sound.next().begins()).isEmpty();
  }

  @Test
  void fadesOutWithinAStepWhenItIsCut() {
    sound.add(1_000, frame(10_000));
    sound.add(1_080, frame(10_000));
    next(3);
    sound.drop();
    short[] fading = next(1);
    assertThat(fading[0]).isEqualTo((short) 10_000);
    for (int i = 1; i < fading.length; i++) {
      assertThat((int) fading[i]).isLessThan(fading[i - 1]);
    }
    assertThat(next(30)).containsOnly(0);
  }

  @Test
  void dropsTheOldestOfMoreThanFourSeconds() {
    for (int i = 0; i < 60; i++) {
      sound.add(80L * i, frame(i + 1));
    }
    short[] heard = next(60 * 8);
    assertThat(count(heard, 10)).isZero();
    assertThat(count(heard, 11)).isEqualTo(FRAME);
    assertThat(count(heard, 60)).isEqualTo(FRAME);
  }
}
