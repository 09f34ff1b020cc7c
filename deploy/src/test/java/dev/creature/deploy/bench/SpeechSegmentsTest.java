package dev.creature.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.deploy.bench.SpeechSegments.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechSegmentsTest {
  private final SpeechSegments speech =
      new SpeechSegments(
          List.of(new Segment(100, 400), new Segment(600, 900), new Segment(2_000, 2_500)));

  @Test
  void areReadFromFrames() {
    boolean[] frames = {false, true, true, false, true};
    assertThat(SpeechSegments.of(frames, 10).all())
        .containsExactly(new Segment(10, 30), new Segment(40, 50));
    assertThat(SpeechSegments.of(new boolean[4], 10).isEmpty()).isTrue();
  }

  @Test
  void shortSilencesAreClosedAndLongOnesStay() {
    assertThat(speech.merged(200).all())
        .containsExactly(new Segment(100, 900), new Segment(2_000, 2_500));
    assertThat(speech.merged(199)).isEqualTo(speech);
    assertThat(speech.lasting(301).all()).containsExactly(new Segment(2_000, 2_500));
  }

  @Test
  void aStretchOfTimeCutsThemOrPicksThoseThatBeginInIt() {
    assertThat(speech.within(300, 700).all())
        .containsExactly(new Segment(300, 400), new Segment(600, 700));
    assertThat(speech.beginningIn(300, 2_000).all()).containsExactly(new Segment(600, 900));
    assertThat(speech.within(1_000, 1_500).isEmpty()).isTrue();
  }

  @Test
  void thePausesAreWhatLiesBetweenThem() {
    assertThat(speech.pauses(200).all())
        .containsExactly(new Segment(400, 600), new Segment(900, 2_000));
    assertThat(speech.pauses(201).all()).containsExactly(new Segment(900, 2_000));
    assertThat(speech.pauses(201).longestMillis()).isEqualTo(1_100);
    assertThat(new SpeechSegments(List.of()).longestMillis()).isZero();
  }

  @Test
  void theNextOneIsTheFirstThatBeginsThenOrLater() {
    assertThat(speech.nextStart(600)).hasValue(600);
    assertThat(speech.nextStart(601)).hasValue(2_000);
    assertThat(speech.nextStart(2_001)).isEmpty();
    assertThat(speech.later(50).nextStart(0)).hasValue(150);
  }
}
