package dev.creature.actors.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.face.FaceCommand.VisemeSpan;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MouthTrackTest {
  private static final int FRAME = 1_920;

  private static short[] loud() {
    short[] samples = new short[FRAME];
    for (int i = 0; i < FRAME; i++) {
      samples[i] = (short) (9_000 * Math.sin(i * 0.05));
    }
    return samples;
  }

  @Test
  void opensWithSoundAndShutsWithSilence() {
    MouthTrack mouth = new MouthTrack();
    mouth.add(1_000, loud(), List.of());
    mouth.add(1_080, new short[FRAME], List.of());
    assertThat(mouth.at(960).opening()).isZero();
    assertThat(mouth.at(1_060).opening()).isGreaterThan(0.7);
    assertThat(mouth.at(1_158).opening()).isLessThan(0.05);
    assertThat(mouth.at(1_158).speaking()).isTrue();
    assertThat(mouth.at(1_170).speaking()).isFalse();
  }

  @Test
  void closesWithin80MillisecondsOfACut() {
    MouthTrack mouth = new MouthTrack();
    for (int i = 0; i < 5; i++) {
      mouth.add(1_000 + 80L * i, loud(), List.of(new VisemeSpan("aa", 1_000, 1_400)));
    }
    for (long t = 1_000; t <= 1_120; t += 40) {
      mouth.at(t);
    }
    assertThat(mouth.at(1_130).opening()).isGreaterThan(0.7);
    mouth.cut(1_130);
    mouth.at(1_170);
    MouthTrack.Mouth after = mouth.at(1_210);
    assertThat(after.opening()).isLessThan(0.05);
    assertThat(after.speaking()).isFalse();
    assertThat(after.viseme()).isEqualTo(MouthTrack.REST);
  }

  @Test
  void showsTheShapeOfTheMomentAndMeetsItsLips() {
    MouthTrack mouth = new MouthTrack();
    mouth.add(0, loud(), List.of(new VisemeSpan("aa", 0, 40), new VisemeSpan("PP", 40, 80)));
    assertThat(mouth.at(20).viseme()).isEqualTo("aa");
    assertThat(mouth.at(79).viseme()).isEqualTo("PP");
    assertThat(mouth.at(79).opening()).isLessThan(0.4);
  }

  @Property(tries = 200)
  void staysBetweenShutAndWide(@ForAll @Size(FRAME) short[] samples) {
    MouthTrack mouth = new MouthTrack();
    mouth.add(0, samples, List.of());
    for (long t = 0; t < 200; t += 7) {
      assertThat(mouth.at(t).opening()).isBetween(0.0, 1.0);
    }
    assertThat(MouthTrack.openingOf(samples, 0, samples.length)).isBetween(0.0, 1.0);
  }

  @Test
  void isWideOpenForTheLoudestSound() {
    short[] all = new short[FRAME];
    Arrays.fill(all, Short.MIN_VALUE);
    assertThat(MouthTrack.openingOf(all, 0, FRAME)).isEqualTo(1);
  }
}
