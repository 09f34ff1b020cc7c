package dev.creature.actors.intent.tap;

import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.intent.ladder.LadderOutput;
import dev.creature.actors.intent.ladder.LadderState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What outlives a tap that crashes: the ladder, what it has decided but perhaps not yet told, and
 * the words that the creature was given to say.
 *
 * <p>Belongs to one tap at a time. What was perhaps told is told again after a restart; an intent's
 * id is the key by which its receiver knows a repetition.
 */
public final class TapMemory {
  /** News waits for a breath, and is spoken within a few; older words are forgotten. */
  private static final int MOST_GIVEN = 32;

  private final Deque<String> given = new ArrayDeque<>();
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

  /** Words to say that came from elsewhere, and are true without a task here. */
  synchronized void given(String words) {
    if (words.isBlank()) {
      return;
    }
    given.addLast(words);
    if (given.size() > MOST_GIVEN) {
      given.removeFirst();
    }
  }

  /** Whether these words are some that were given, or a part of them. */
  synchronized boolean wasGiven(String words) {
    return given.stream().anyMatch(it -> it.contains(words));
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
