package dev.creature.actors.intent.ladder;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.task.PhysicalTask;
import java.util.ArrayList;
import java.util.List;

/**
 * All intents of a conversation that still matter.
 *
 * @param rungs in the order in which they were first heard; ended ones are forgotten beyond {@link
 *     #MOST_ENDED}
 * @param created how many there have been, which makes ids
 * @param lastFinalTurn turns up to this one are read to their end
 * @param haltedTurn the turn in which a halt was last given, so that it is given once
 */
public record LadderState(
    ConversationId conversation, List<Rung> rungs, int created, int lastFinalTurn, int haltedTurn) {
  static final int MOST_ENDED = 32;

  public LadderState {
    rungs = List.copyOf(rungs);
  }

  /** No intents yet. */
  public static LadderState start(ConversationId conversation) {
    return new LadderState(conversation, List.of(), 0, 0, 0);
  }

  /** What was done or is being done, the latest last: what "it" may mean. */
  public List<PhysicalTask> given() {
    return rungs.stream()
        .filter(rung -> rung.state() == IntentState.DISPATCHED || rung.state() == IntentState.DONE)
        .map(rung -> rung.read().task())
        .toList();
  }

  LadderState with(List<Rung> next, int made) {
    List<Rung> kept = new ArrayList<>(next);
    int ended = (int) kept.stream().filter(rung -> rung.state().isFinal()).count();
    for (int i = 0; i < kept.size() && ended > MOST_ENDED; ) {
      if (kept.get(i).state().isFinal()) {
        kept.remove(i);
        ended--;
      } else {
        i++;
      }
    }
    return new LadderState(conversation, kept, made, lastFinalTurn, haltedTurn);
  }

  LadderState closed(int turn) {
    return new LadderState(conversation, rungs, created, Math.max(lastFinalTurn, turn), haltedTurn);
  }

  LadderState reopened(int turn) {
    return new LadderState(
        conversation, rungs, created, Math.min(lastFinalTurn, turn - 1), haltedTurn);
  }

  LadderState halted(int turn) {
    return new LadderState(conversation, rungs, created, lastFinalTurn, turn);
  }
}
