package dev.creature.actors.intent.tap;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.ladder.LadderOutput;
import dev.creature.actors.intent.ladder.LadderState;
import java.util.ArrayList;
import java.util.List;

/**
 * What outlives a tap that crashes: the ladder, and what it has decided but perhaps not yet told.
 *
 * <p>Belongs to one tap at a time. What was perhaps told is told again after a restart; an intent's
 * id is the key by which its receiver knows a repetition.
 */
public final class TapMemory {
  private LadderState state;
  private List<LadderOutput> untold = List.of();
  private int turn = 1;

  public TapMemory(ConversationId conversation) {
    this.state = LadderState.start(conversation);
  }

  /** The ladder as it is now, for those who only look. */
  public synchronized LadderState state() {
    return state;
  }

  synchronized int turn() {
    return turn;
  }

  synchronized void turn(int next) {
    turn = next;
  }

  /** Keeps a step before any of it is told. */
  synchronized void keep(LadderState next, List<LadderOutput> outputs) {
    List<LadderOutput> all = new ArrayList<>(untold);
    all.addAll(outputs);
    state = next;
    untold = List.copyOf(all);
  }

  synchronized List<LadderOutput> untold() {
    return untold;
  }

  synchronized void told() {
    untold = List.of();
  }
}
