package dev.creature.actors.intent.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.ladder.LadderOutput;
import dev.creature.actors.intent.ladder.LadderState;
import java.util.List;
import org.junit.jupiter.api.Test;

class TapMemoryTest {
  private static final ConversationId CONVERSATION = new ConversationId("test");
  private static final LadderOutput HALT = new LadderOutput.Halt();
  private static final LadderOutput RELEASE = new LadderOutput.Release();

  private final TapMemory memory = new TapMemory(CONVERSATION);

  @Test
  void beginsEmptyInTheFirstTurn() {
    assertEquals(LadderState.start(CONVERSATION), memory.state());
    assertEquals(List.of(), memory.untold());
    assertEquals(1, memory.turn());
  }

  @Test
  void keepsWhatWasNotToldInItsOrder() {
    memory.keep(memory.state(), List.of(HALT));
    memory.keep(memory.state(), List.of(RELEASE));

    assertEquals(List.of(HALT, RELEASE), memory.untold());
  }

  @Test
  void forgetsWhatWasToldAndNothingElse() {
    LadderState state = new LadderState(CONVERSATION, List.of(), 3, 2, 0);
    memory.keep(state, List.of(HALT));
    memory.turn(4);
    memory.told();

    assertEquals(List.of(), memory.untold());
    assertEquals(state, memory.state());
    assertEquals(4, memory.turn());
  }
}
