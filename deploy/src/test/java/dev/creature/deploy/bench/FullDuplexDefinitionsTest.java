package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.creature.deploy.bench.SpeechSegments.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullDuplexDefinitionsTest {
  @Test
  void aWordOfEncouragementIsNoTurn() {
    assertThat(TakeOver.of(0, 3_000)).isFalse();
    assertThat(TakeOver.of(1, 400)).isFalse();
    assertThat(TakeOver.of(3, 999)).isFalse();
  }

  @Test
  void moreThanThreeWordsOrASecondAreATurn() {
    assertThat(TakeOver.of(4, 900)).isTrue();
    assertThat(TakeOver.of(1, 1_000)).isTrue();
  }

  @Test
  void nothingHeardTakesNothingOver() {
    CreatureWords words = (_, from, until) -> until - from >= 2_000 ? "one two three four" : "yes";
    assertThat(words.takesOver(new short[0], segments())).isFalse();
    assertThat(words.takesOver(new short[0], segments(0, 500))).isFalse();
    // Two short words far apart last as long as a turn.
    assertThat(words.takesOver(new short[0], segments(0, 300, 1_200, 1_500))).isTrue();
    assertThat(words.takesOver(new short[0], segments(0, 2_000))).isTrue();
  }

  @Test
  void encouragingExactlyWhenExpectedDivergesByNothing() {
    SpeechSegments when = segments(1_000, 1_300, 4_000, 4_200);
    assertThat(BackchannelRhythm.divergence(when, when, 0, 8_000)).isCloseTo(0, within(1e-6));
  }

  @Test
  void encouragingAtOtherTimesDivergesByAllThereIs() {
    double apart =
        BackchannelRhythm.divergence(segments(1_000, 1_300), segments(5_000, 5_300), 0, 8_000);
    assertThat(apart).isCloseTo(Math.sqrt(Math.log(2)), within(1e-3));
    double half =
        BackchannelRhythm.divergence(
            segments(1_000, 1_300), segments(1_000, 1_300, 5_000, 5_300), 0, 8_000);
    assertThat(half).isBetween(0.3, 0.6);
  }

  @Test
  void neverEncouragingCountsAsOne() {
    assertThat(BackchannelRhythm.divergence(segments(), segments(1_000, 1_200), 0, 8_000))
        .isEqualTo(1);
    assertThat(BackchannelRhythm.divergence(segments(9_000, 9_100), segments(1, 2), 0, 8_000))
        .isEqualTo(1);
  }

  @Test
  void whatIsDoneBehindAnOverlapFallsIntoFourClasses() {
    assertThat(OverlapBehaviour.of(true, "")).isEqualTo(OverlapBehaviour.RESUME);
    assertThat(OverlapBehaviour.of(false, "The talk is in room two."))
        .isEqualTo(OverlapBehaviour.RESPOND);
    assertThat(OverlapBehaviour.of(false, "Sorry, I didn't catch that."))
        .isEqualTo(OverlapBehaviour.UNCERTAIN);
    assertThat(OverlapBehaviour.of(false, " ")).isEqualTo(OverlapBehaviour.UNKNOWN);
  }

  /** Starts and ends in turn. */
  private static SpeechSegments segments(long... millis) {
    Segment[] all = new Segment[millis.length / 2];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Segment(millis[2 * i], millis[2 * i + 1]);
    }
    return new SpeechSegments(List.of(all));
  }
}
