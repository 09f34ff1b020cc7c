package dev.creature.voiceloop.turntaking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TurnEndModelTest {
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();
  private static final List<PauseExample> DELIVERED = PauseExample.delivered();

  /** How often an end is thought likelier an end than a pause is, of speakers it never heard. */
  @Test
  void tellsEndsFromPausesOfSpeakersThatItWasNotLearnedFrom() {
    List<Double> ends = new ArrayList<>();
    List<Double> pauses = new ArrayList<>();
    for (String speaker : DELIVERED.stream().map(PauseExample::speaker).distinct().toList()) {
      TurnEndModel model =
          TurnEndModel.learn(
              DELIVERED.stream().filter(it -> !it.speaker().equals(speaker)).toList());
      DELIVERED.stream()
          .filter(it -> it.speaker().equals(speaker))
          .forEach(it -> (it.ended() ? ends : pauses).add(probability(model, it)));
    }
    long right = ends.stream().flatMap(end -> pauses.stream().filter(pause -> pause < end)).count();

    assertThat((double) right / (ends.size() * pauses.size())).isGreaterThan(0.72);
  }

  @Test
  void learnsTheSameFromTheSameExamplesInAnyOrder() {
    List<PauseExample> shuffled = new ArrayList<>(DELIVERED);
    Collections.shuffle(shuffled, new Random(1));
    TurnEndModel one = TurnEndModel.learn(DELIVERED);
    TurnEndModel other = TurnEndModel.learn(shuffled);

    DELIVERED.forEach(
        it -> assertThat(Math.abs(probability(one, it) - probability(other, it))).isLessThan(1e-9));
  }

  @Test
  void takesAFallingVoiceForAnEnd() {
    TurnEndModel model = TurnEndModel.delivered();

    assertThat(model.probability(UtteranceKind.STATEMENT, -8, 2000, UNKNOWN))
        .isGreaterThan(model.probability(UtteranceKind.STATEMENT, 2, 2000, UNKNOWN));
  }

  @Test
  void believesTheEndOfTurnModelToSomeExtent() {
    TurnEndModel model = TurnEndModel.delivered();
    double doubted = model.probability(UtteranceKind.REQUEST, -4, 2000, OptionalDouble.of(0.02));
    double undecided = model.probability(UtteranceKind.REQUEST, -4, 2000, UNKNOWN);
    double confirmed = model.probability(UtteranceKind.REQUEST, -4, 2000, OptionalDouble.of(0.98));

    assertThat(doubted).isLessThan(undecided);
    assertThat(undecided).isLessThan(confirmed);
  }

  @Test
  void knowsNothingWithoutExamples() {
    assertThat(TurnEndModel.learn(List.of()).probability(UtteranceKind.REQUEST, 0, 1000, UNKNOWN))
        .isEqualTo(0.5);
  }

  @Test
  void writesExamplesAsItReadsThem() {
    assertThat(DELIVERED).hasSizeGreaterThan(250);
    assertThat(DELIVERED.getFirst().line())
        .isEqualTo("turn_001,aiewf,true,1424,-0.9,0.972,Are there any workshops about Gemini?");
  }

  private static double probability(TurnEndModel model, PauseExample example) {
    return model.probability(
        Utterance.kind(example.words()),
        example.finalDecibels(),
        example.speechMillis(),
        example.endProbability());
  }
}
