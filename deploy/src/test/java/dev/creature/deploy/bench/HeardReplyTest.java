package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.engine.SoundClip;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeardReplyTest {
  private static final int PER_MILLI = 24;
  private static final int START_MILLIS = 1_000;
  private final SoundClip clip =
      new SoundClip(
          noise(4_000),
          List.of(
              new SoundClip.TimedWord("one", 0, 1_000),
              new SoundClip.TimedWord("two", 1_000, 2_000),
              new SoundClip.TimedWord("three", 2_000, 3_000),
              new SoundClip.TimedWord("four.", 3_000, 4_000)),
          List.of());
  private final short[] channel = new short[8_000 * PER_MILLI];

  @Test
  void findsNothingInAReplyThatWasHeardWhole() {
    play(0, START_MILLIS, 4_000, 1);

    assertThat(reply().undisturbedUntil(5_000)).isTrue();
    assertThat(reply().duckedMillis(1_500)).isEmpty();
    assertThat(reply().silentMillis(1_500)).isEmpty();
  }

  @Test
  void findsWhenItWasLoweredAndWhenItFellSilent() {
    play(0, START_MILLIS, 1_500, 1);
    play(1_500, START_MILLIS + 1_500, 200, 0.1);

    assertThat(reply().undisturbedUntil(2_500)).isTrue();
    assertThat(reply().duckedMillis(2_400)).hasValue(2_500);
    assertThat(reply().silentMillis(2_400)).hasValue(2_700);
  }

  @Test
  void doesNotTakeAPauseOfTheReplyForYielding() {
    short[] paused = paused();
    System.arraycopy(paused, 0, channel, START_MILLIS * PER_MILLI, paused.length);
    HeardReply reply = withPause(paused);

    assertThat(reply.silentMillis(1_500)).isEmpty();
  }

  @Test
  void knowsThatNothingIsCoveredInAPauseOfTheReply() {
    short[] paused = paused();
    System.arraycopy(paused, 0, channel, START_MILLIS * PER_MILLI, 1_200 * PER_MILLI);
    HeardReply reply = withPause(paused);

    assertThat(reply.duckedMillis(1_500)).hasValue(START_MILLIS + 1_000);
    assertThat(reply.coveredMillis(1_500)).hasValue(START_MILLIS + 1_400);
  }

  @Test
  void findsTheWordFromWhichItWentOn() {
    play(0, START_MILLIS, 1_500, 1);
    play(1_000, 4_000, 3_000, 1);

    assertThat(reply().goesOnAtOffset(2_600, 6_000)).hasValue(1_000);
    assertThat(reply().wordStart(reply().offsetAt(2_500))).hasValue(1_000);
  }

  @Test
  void seesThatSomethingElseWasPlayed() {
    play(20, START_MILLIS, 1_500, 1);

    assertThat(reply().undisturbedUntil(2_000)).isFalse();
  }

  private short[] paused() {
    short[] paused = clip.samples().clone();
    Arrays.fill(paused, 1_000 * PER_MILLI, 1_400 * PER_MILLI, (short) 0);
    return paused;
  }

  private HeardReply withPause(short[] paused) {
    return new HeardReply(
        channel, List.of(new SoundClip(paused, clip.words(), List.of())), START_MILLIS);
  }

  private HeardReply reply() {
    return new HeardReply(channel, List.of(clip), START_MILLIS);
  }

  private void play(int fromMillis, int atMillis, int millis, double gain) {
    for (int i = 0; i < millis * PER_MILLI; i++) {
      channel[atMillis * PER_MILLI + i] =
          (short) Math.round(gain * clip.samples()[fromMillis * PER_MILLI + i]);
    }
  }

  private static short[] noise(int millis) {
    Random random = new Random(5);
    short[] samples = new short[millis * PER_MILLI];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (3_000 * random.nextGaussian());
    }
    return samples;
  }
}
