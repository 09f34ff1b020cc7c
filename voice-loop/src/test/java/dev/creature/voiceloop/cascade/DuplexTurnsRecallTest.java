package dev.creature.voiceloop.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.creature.actors.conversation.ConversationEvent.UserFinal;
import dev.creature.actors.talk.Exchange;
import dev.creature.voiceloop.brain.Turn;
import dev.creature.voiceloop.engine.EngineCommand;
import dev.creature.voiceloop.turntaking.EvidenceTurnTaking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A conversation that another engine had. */
class DuplexTurnsRecallTest {
  private static final Exchange NAMED = new Exchange(1, "My name is Ada.", "Hello Ada.", false);

  private final FakeSurroundings around = new FakeSurroundings();
  private final DuplexTurns turns = new DuplexTurns(EvidenceTurnTaking.standard(), around, 1);

  @Test
  void answersWhatWasLeftOpenUnderItsOldNumberAndWithWhatWasSaidBefore() {
    turns.recall(
        new EngineCommand.Recall(
            List.of(NAMED), Optional.of(new Exchange(7, "What is my name?", "", false)), 10_001));

    assertThat(around.noticed(UserFinal.class))
        .singleElement()
        .satisfies(said -> {
          assertThat(said.turn()).isEqualTo(7);
          assertThat(said.text()).isEqualTo("What is my name?");
        });
    assertThat(around.asked).anyMatch(it -> it.endsWith(": What is my name?"));
    assertThat(around.history).extracting(Turn::toString).anyMatch(it -> it.contains("Ada"));
  }

  @Test
  void saysNothingByItselfWhenNothingWasLeftOpen() {
    turns.recall(new EngineCommand.Recall(List.of(NAMED), Optional.empty(), 10_001));

    assertThat(around.told).isEmpty();
    assertThat(around.asked).isEmpty();
  }

  @Test
  void numbersNewTurnsFromWhereNoOtherEngineDid() {
    turns.recall(new EngineCommand.Recall(List.of(NAMED), Optional.empty(), 10_001));
    turns.read("What is my name?");

    assertThat(around.noticed(UserFinal.class).getLast().turn()).isEqualTo(10_001);
    assertThat(around.history).extracting(Turn::toString).anyMatch(it -> it.contains("Ada"));
  }
}
