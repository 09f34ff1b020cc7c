package dev.creature.voiceloop.turntaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EvidenceTurnTakingTest {
  private final EvidenceTurnTaking strategy = EvidenceTurnTaking.standard();

  @Test
  void answersAWholeQuestionAtOnce() {
    assertThat(commits(strategy, 260, 0.9, "Where is the bathroom?")).isTrue();
  }

  @Test
  void waitsLongerForTheDeedThatFollowsAPlace() {
    assertThat(commits(strategy, 200, 0.98, "Go into the bedroom.")).isFalse();
    assertThat(commits(strategy, 200, 0.98, "Go into the bedroom and get my watch.")).isTrue();
  }

  @Test
  void waitsLongerBehindAVoiceThatDidNotFall() {
    String words = "Go to the shelf and get my watch.";
    PauseEvidence level =
        new PauseEvidence(
            200, 2000, 2, OptionalDouble.of(0.98), Optional.of(words), SpeakerPace.UNKNOWN);

    assertThat(commits(strategy, 200, 0.98, words)).isTrue();
    assertThat(strategy.decide(level)).isInstanceOf(TurnDecision.Speculate.class);
  }

  @Test
  void givesTheEndOfTurnModelAMomentToAnswer() {
    String words = "Where is the bathroom?";
    assertThat(commits(strategy, 190, 0.98, words)).isTrue();
    assertThat(strategy.decide(unjudged(190, words))).isInstanceOf(TurnDecision.Speculate.class);
    assertThat(strategy.decide(unjudged(400, words))).isInstanceOf(TurnDecision.Commit.class);
  }

  private static PauseEvidence unjudged(long silence, String words) {
    return new PauseEvidence(
        silence, 2000, -8, OptionalDouble.empty(), Optional.of(words), SpeakerPace.UNKNOWN);
  }

  @Test
  void beginsARequestWithAWordThatAlsoEncourages() {
    assertThat(decide(strategy, 600, 0.98, "Grab the spoon."))
        .isInstanceOfSatisfying(
            TurnDecision.Commit.class,
            commit -> assertThat(commit.opening()).isEqualTo(TurnDecision.Opening.CONTINUER));
  }

  @Test
  void doesNotPrepareAnAnswerToHalfASentence() {
    assertThat(decide(strategy, 200, 0.9, "Can you tell me how to"))
        .isInstanceOf(TurnDecision.Wait.class);
  }

  @Test
  void givesASpeakerWhoPausesForLongMoreTime() {
    SpeakerPace slow = SpeakerPace.UNKNOWN.paused(700).paused(700).paused(700);
    PauseEvidence pause =
        new PauseEvidence(
            620, 2000, 2, OptionalDouble.of(0.9), Optional.of("The air is pure."), slow);

    assertThat(commits(strategy, 620, 0.9, "The air is pure.")).isTrue();
    assertThat(strategy.decide(pause)).isNotInstanceOf(TurnDecision.Commit.class);
  }

  @Test
  void waitsLongerInATurnThatItCutIntoTwice() {
    assertThat(strategy.decide(cutInto(1, 200))).isInstanceOf(TurnDecision.Commit.class);
    assertThat(strategy.decide(cutInto(2, 600))).isNotInstanceOf(TurnDecision.Commit.class);
    assertThat(strategy.decide(cutInto(2, 700))).isInstanceOf(TurnDecision.Commit.class);
  }

  private static PauseEvidence cutInto(int times, long silence) {
    return new PauseEvidence(
        silence,
        2000,
        -8,
        OptionalDouble.of(0.98),
        Optional.of("Where is the bathroom?"),
        SpeakerPace.UNKNOWN.cutInto(times));
  }

  @Property
  void neverGoesBackOnADecisionAsSilenceGrows(
      @ForAll @LongRange(min = 0, max = 2000) long silence,
      @ForAll @LongRange(min = 0, max = 2000) long more,
      @ForAll @DoubleRange(min = 0, max = 1) double probability,
      @ForAll @DoubleRange(min = 0, max = 1) double eagerness,
      @ForAll String words) {
    EvidenceTurnTaking any = new EvidenceTurnTaking(eagerness);
    boolean before = commits(any, silence, probability, words);

    assertThat(!before || commits(any, silence + more, probability, words)).isTrue();
  }

  @Property
  void isNeverSlowerWhenMoreEager(
      @ForAll @LongRange(min = 0, max = 2000) long silence,
      @ForAll @DoubleRange(min = 0, max = 1) double probability,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    EvidenceTurnTaking calm = new EvidenceTurnTaking(Math.min(one, other));
    EvidenceTurnTaking eager = new EvidenceTurnTaking(Math.max(one, other));

    assertThat(
            !commits(calm, silence, probability, "Grab it.")
                || commits(eager, silence, probability, "Grab it."))
        .isTrue();
  }

  @Property
  void answersInTheEndWhateverWasSaid(
      @ForAll @DoubleRange(min = 0, max = 1) double probability, @ForAll String words) {
    assertThat(commits(strategy, 1700, probability, words)).isTrue();
  }

  private static boolean commits(
      TurnTaking strategy, long silence, double probability, String words) {
    return decide(strategy, silence, probability, words) instanceof TurnDecision.Commit;
  }

  private static TurnDecision decide(
      TurnTaking strategy, long silence, double probability, String words) {
    return strategy.decide(
        new PauseEvidence(
            silence,
            2000,
            -8,
            OptionalDouble.of(probability),
            Optional.of(words),
            SpeakerPace.UNKNOWN));
  }
}
