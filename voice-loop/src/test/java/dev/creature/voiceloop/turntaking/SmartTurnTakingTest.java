package dev.creature.voiceloop.turntaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SmartTurnTakingTest {
  private final TurnTaking strategy = new SmartTurnTaking(400, 1200, 0.5);

  @Test
  void answersSoonWhenThePauseSoundsLikeAnEnd() {
    assertThat(strategy.decide(pause(400, OptionalDouble.of(0.9))))
        .isEqualTo(new TurnDecision.Commit(0.9, TurnDecision.Opening.ANSWER));
  }

  @Test
  void waitsWhileThePauseSoundsUnfinished() {
    assertThat(strategy.decide(pause(1100, OptionalDouble.of(0.2))))
        .isInstanceOf(TurnDecision.Speculate.class);
  }

  @Test
  void answersInTheEndWhateverItSoundsLike() {
    assertThat(strategy.decide(pause(1200, OptionalDouble.empty())))
        .isInstanceOf(TurnDecision.Commit.class);
  }

  /** More silence never turns an answer into a wait. */
  @Property
  void neverGoesBackOnADecisionAsSilenceGrows(
      @ForAll @LongRange(min = 0, max = 2000) long silence,
      @ForAll @LongRange(min = 0, max = 2000) long more,
      @ForAll @DoubleRange(min = 0, max = 1) double probability) {
    boolean before = commits(pause(silence, OptionalDouble.of(probability)));
    boolean after = commits(pause(silence + more, OptionalDouble.of(probability)));

    assertThat(after || !before).isTrue();
  }

  private boolean commits(PauseEvidence pause) {
    return strategy.decide(pause) instanceof TurnDecision.Commit;
  }

  private static PauseEvidence pause(long silenceMillis, OptionalDouble probability) {
    return new PauseEvidence(
        silenceMillis, 2000, 0, probability, Optional.empty(), SpeakerPace.UNKNOWN);
  }
}
