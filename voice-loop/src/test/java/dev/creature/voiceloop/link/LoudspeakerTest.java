package dev.creature.voiceloop.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.voiceloop.playout.PlayoutFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoudspeakerTest {
  private final List<Long> playedMillis = new ArrayList<>();
  private final Loudspeaker loudspeaker = new Loudspeaker((_, at) -> playedMillis.add(at));

  @Test
  void playsAFrameAtItsTimeInsideAStretch() {
    loudspeaker.play(frame(1, 30));

    short[] sound = pull(20);

    assertThat(sound[24 * 10 - 1]).isZero();
    assertThat(sound[24 * 10]).isEqualTo((short) 1000);
    assertThat(playedMillis).containsExactly(30L);
  }

  @Test
  void tellsWhatReallySounded() {
    List<Long> times = new ArrayList<>();
    List<short[]> stretches = new ArrayList<>();
    Loudspeaker told =
        new Loudspeaker(
            (_, _) -> {},
            (at, samples) -> {
              times.add(at);
              stretches.add(samples);
            });
    short[] target = new short[480];
    told.pull(0, target);
    told.play(frame(1, 20));
    told.duck(true);
    told.pull(20, target);
    short[] ducked = target.clone();
    told.cut(1);
    told.pull(40, target);
    told.pull(60, target);

    assertThat(times).containsExactly(20L, 40L);
    assertThat(stretches.getFirst()).isEqualTo(ducked);
    assertThat(ducked[479]).isLessThan((short) 200);
  }

  @Test
  void playsALateFrameAtOnce() {
    loudspeaker.play(frame(1, 30));

    assertThat(pull(100)[0]).isEqualTo((short) 1000);
    assertThat(playedMillis).containsExactly(100L);
  }

  @Test
  void keepsSilentUntilAFrameIsDue() {
    loudspeaker.play(frame(1, 200));

    assertThat(pull(0)).containsOnly((short) 0);
    assertThat(playedMillis).isEmpty();
  }

  @Test
  void fallsSilentWithoutAClickWhenCut() {
    loudspeaker.play(frame(1, 0));
    pull(0);
    loudspeaker.cut(1);

    short[] sound = pull(20);

    assertThat(sound[0]).isEqualTo((short) 1000);
    for (int i = 1; i < sound.length; i++) {
      assertThat(Math.abs(sound[i] - sound[i - 1])).isLessThan(20);
    }
    assertThat(sound[sound.length - 1]).isZero();
  }

  @Test
  void isAtLeastFifteenDecibelsSofterTenMillisecondsAfterItWasDucked() {
    loudspeaker.play(frame(1, 0));
    pull(0);
    loudspeaker.duck(true);
    short[] sound = pull(20);

    assertThat((int) sound[240]).isBetween(1, 177);
    for (int i = 1; i < sound.length; i++) {
      assertThat(Math.abs(sound[i] - sound[i - 1])).isLessThan(20);
    }
    loudspeaker.duck(false);
    assertThat(pull(40)[479]).isEqualTo((short) 1000);
  }

  @Test
  void cutsOnlyTheReplyThatWasNamed() {
    loudspeaker.play(frame(1, 0));
    loudspeaker.play(frame(2, 0));
    loudspeaker.cut(1);

    pull(0);

    assertThat(playedMillis).hasSize(1);
    assertThat(pull(20)[0]).isEqualTo((short) 1000);
  }

  private short[] pull(long fromMillis) {
    short[] sound = new short[480];
    loudspeaker.pull(fromMillis, sound);
    return sound;
  }

  private static PlayoutFrame frame(int turn, long playoutMillis) {
    short[] samples = new short[PlayoutFrame.SAMPLES];
    Arrays.fill(samples, (short) 1000);
    return new PlayoutFrame(turn, playoutMillis, samples);
  }
}
