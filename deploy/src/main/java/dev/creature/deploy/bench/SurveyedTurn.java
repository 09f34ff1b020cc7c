package dev.creature.deploy.bench;

import dev.creature.deploy.bench.PauseSurvey.Pause;
import dev.creature.voiceloop.turntaking.EvidenceTurnTaking;
import dev.creature.voiceloop.turntaking.PauseExample;
import dev.creature.voiceloop.turntaking.TurnEndModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A recorded turn with what was known in its pauses.
 *
 * @param pauses the last one is its end
 */
record SurveyedTurn(String recording, String speaker, List<Pause> pauses) {
  /** Who is silent for so long and then goes on begins anew; an answer is due before. */
  static final int NEW_TURN_MILLIS = 1500;

  /** A shorter pause is over before it can be weighed. */
  private static final int SHORTEST_EXAMPLE_MILLIS = 163;

  /** What there is to learn from it. */
  List<PauseExample> examples() {
    List<PauseExample> examples = new ArrayList<>();
    for (Pause pause : pauses) {
      Map.Entry<Integer, String> words = pause.words().firstEntry();
      if (words != null && pause.millis() >= SHORTEST_EXAMPLE_MILLIS) {
        examples.add(
            new PauseExample(
                recording,
                speaker,
                pause.end() || pause.millis() >= NEW_TURN_MILLIS,
                pause.speechMillis(),
                pause.finalDecibels(),
                first(pause),
                words.getValue()));
      }
    }
    return examples;
  }

  private static OptionalDouble first(Pause pause) {
    Map.Entry<Integer, Double> judged = pause.probabilities().firstEntry();
    return judged == null ? OptionalDouble.empty() : OptionalDouble.of(judged.getValue());
  }

  /** The strategy as it would be if this speaker had never been heard. */
  EvidenceTurnTaking strategy(double eagerness) {
    return new EvidenceTurnTaking(eagerness, TurnEndModel.learn(ofOthers()));
  }

  /** The same, learned and asked without how the voice falls. */
  EvidenceTurnTaking strategyByWords(double eagerness) {
    return new EvidenceTurnTaking(
        eagerness,
        TurnEndModel.learn(
            ofOthers().stream()
                .map(it ->
                    new PauseExample(
                        it.recording(),
                        it.speaker(),
                        it.ended(),
                        it.speechMillis(),
                        0,
                        OptionalDouble.empty(),
                        it.words()))
                .toList()));
  }

  private List<PauseExample> ofOthers() {
    List<PauseExample> delivered = PauseExample.delivered();
    List<String> same =
        delivered.stream()
            .filter(example -> example.recording().equals(recording))
            .map(PauseExample::speaker)
            .distinct()
            .toList();
    return delivered.stream().filter(it -> !same.contains(it.speaker())).toList();
  }
}
