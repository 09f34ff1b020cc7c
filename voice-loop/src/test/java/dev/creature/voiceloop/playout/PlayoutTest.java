package dev.creature.voiceloop.playout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.engine.SoundClip;
import dev.creature.voiceloop.engine.SoundClip.TimedWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlayoutTest {
  @Test
  void startsTheFirstFrameOneTickAfterItsSoundArrives() {
    Playout playout = new Playout(1);
    playout.add(clip(100, 7));

    assertThat(playout.next(1000)).map(PlayoutFrame::playoutMillis).contains(1010L);
  }

  @Test
  void handsFramesOutNoEarlierThanTheLookaheadAllows() {
    Playout playout = new Playout(1);
    playout.add(clip(1000, 7));

    List<PlayoutFrame> atOnce = drain(playout, 0);

    assertThat(atOnce).hasSize(2);
    assertThat(atOnce.getLast().playoutMillis()).isLessThanOrEqualTo(Playout.LOOKAHEAD_MILLIS);
  }

  @Test
  void playsClausesWithoutAGapBetweenThem() {
    Playout playout = new Playout(1);
    playout.add(clip(120, 7));
    playout.add(clip(120, 8));
    playout.complete();

    List<PlayoutFrame> frames = play(playout, 0, 400);

    short[] sound = join(frames);
    assertThat(sound[24 * 120 - 1]).isEqualTo((short) 7);
    assertThat(sound[24 * 120]).isEqualTo((short) 8);
    assertThat(frames).extracting(PlayoutFrame::playoutMillis).containsExactly(10L, 90L, 170L);
  }

  @Test
  void goesOnFromTheWordThatWasCoveredWhenItWasHeld() {
    Playout playout = new Playout(1);
    short[] samples = new short[24 * 400];
    java.util.Arrays.fill(samples, 0, 24 * 200, (short) 7);
    java.util.Arrays.fill(samples, 24 * 200, 24 * 400, (short) 8);
    playout.add(
        new SoundClip(
            samples,
            List.of(new TimedWord("one", 0, 200), new TimedWord("two", 200, 400)),
            List.of()));
    playout.complete();
    play(playout, 0, 300);
    playout.hold(250);

    assertThat(playout.next(400)).isEmpty();
    assertThat(playout.endMillis()).isEmpty();
    assertThat(playout.heardUntil(1000)).isEqualTo("one");

    playout.resume();
    PlayoutFrame first = playout.next(1000).orElseThrow();
    assertThat(first.samples()[0]).isEqualTo((short) 8);
    play(playout, 1000, 1400);
    assertThat(playout.heardUntil(2000)).isEqualTo("one two");
  }

  @Test
  void waitsForMoreSoundRatherThanFillingAFrameThatIsNotYetDue() {
    Playout playout = new Playout(1);
    playout.add(clip(100, 7));
    assertThat(drain(playout, 0)).hasSize(1);

    playout.add(clip(100, 8));
    short[] second = playout.next(20).orElseThrow().samples();

    assertThat(second[24 * 20 - 1]).isEqualTo((short) 7);
    assertThat(second[24 * 20]).isEqualTo((short) 8);
  }

  @Test
  void fillsTheLastFrameWithSilenceWhenNothingMoreCameInTime() {
    Playout playout = new Playout(1);
    playout.add(clip(100, 7));
    drain(playout, 0);

    short[] second = playout.next(80).orElseThrow().samples();

    assertThat(second[24 * 20 - 1]).isEqualTo((short) 7);
    assertThat(second[24 * 20]).isZero();
  }

  @Test
  void endsWithItsLastSoundNotWithTheSilenceBehindIt() {
    Playout playout = new Playout(1);
    playout.add(clip(90, 1000));
    assertThat(playout.endMillis()).isEmpty();
    play(playout, 0, 200);
    assertThat(playout.endMillis()).isEmpty();
    playout.complete();
    assertThat(playout.endMillis()).contains(100L);
  }

  @Test
  void countsAWordAsHeardWhenMoreThanHalfOfItSounded() {
    Playout playout = new Playout(1);
    playout.add(
        new SoundClip(
            new short[24 * 400],
            List.of(new TimedWord("Hello,", 0, 200), new TimedWord("you.", 200, 400)),
            List.of()));
    play(playout, 0, 400);

    assertThat(playout.heardUntil(20)).isEmpty();
    assertThat(playout.heardUntil(120)).isEqualTo("Hello,");
    assertThat(playout.heardUntil(309)).isEqualTo("Hello,");
    assertThat(playout.heardUntil(310)).isEqualTo("Hello, you.");
  }

  /**
   * Whatever the lengths of clauses and the moments at which they come, every sample is played once
   * and in order.
   */
  @Property(tries = 300)
  void losesAndRepeatsNothing(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 500) Integer> clipMillis,
      @ForAll @IntRange(min = 0, max = 300) int gapMillis) {
    Playout playout = new Playout(1);
    List<PlayoutFrame> frames = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < clipMillis.size(); i++) {
      playout.add(clip(clipMillis.get(i), i + 1));
      frames.addAll(play(playout, now, now + gapMillis));
      now += gapMillis;
    }
    playout.complete();
    frames.addAll(play(playout, now, now + 5000));

    short[] sound = join(frames);
    int[] counts = new int[clipMillis.size() + 1];
    int latest = 0;
    for (short sample : sound) {
      if (sample != 0) {
        assertThat(sample).isGreaterThanOrEqualTo((short) latest);
        latest = sample;
      }
      counts[sample]++;
    }
    for (int i = 0; i < clipMillis.size(); i++) {
      assertThat(counts[i + 1]).isEqualTo(clipMillis.get(i) * 24);
    }
    for (int i = 1; i < frames.size(); i++) {
      assertThat(frames.get(i).playoutMillis() - frames.get(i - 1).playoutMillis())
          .isGreaterThanOrEqualTo(PlayoutFrame.MILLIS);
    }
    assertThat(playout.endMillis()).isPresent();
  }

  private static SoundClip clip(int millis, int value) {
    short[] samples = new short[24 * millis];
    Arrays.fill(samples, (short) value);
    return new SoundClip(samples, List.of(), List.of());
  }

  private static List<PlayoutFrame> drain(Playout playout, long now) {
    List<PlayoutFrame> frames = new ArrayList<>();
    for (Optional<PlayoutFrame> frame = playout.next(now);
        frame.isPresent();
        frame = playout.next(now)) {
      frames.add(frame.get());
    }
    return frames;
  }

  private static List<PlayoutFrame> play(Playout playout, long from, long until) {
    List<PlayoutFrame> frames = new ArrayList<>();
    for (long now = from; now <= until; now += 20) {
      frames.addAll(drain(playout, now));
    }
    return frames;
  }

  private static short[] join(List<PlayoutFrame> frames) {
    short[] sound = new short[frames.size() * PlayoutFrame.SAMPLES];
    for (int i = 0; i < frames.size(); i++) {
      System.arraycopy(
          frames.get(i).samples(), 0, sound, i * PlayoutFrame.SAMPLES, PlayoutFrame.SAMPLES);
    }
    return sound;
  }
}
