package dev.creature.deploy.node;

import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.ladder.LadderState;
import dev.creature.actors.intent.tap.TapMemory;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What of a conversation's deeds must be known to reply to its words: which deed waits for a yes,
 * and whether an errand is under way. Written by {@link ConversationDeeds}, read by the brain.
 */
public final class Talk {
  /** An errand and the words that asked for it. */
  record UnderWay(IntentId errand, String request) {}

  private final TapMemory memory;
  private final AtomicReference<Optional<UnderWay>> errand =
      new AtomicReference<>(Optional.empty());

  Talk(TapMemory memory) {
    this.memory = memory;
  }

  LadderState ladder() {
    return memory.state();
  }

  TapMemory memory() {
    return memory;
  }

  Optional<UnderWay> errand() {
    return errand.get();
  }

  void begins(UnderWay next) {
    errand.set(Optional.of(next));
  }

  /** It is over: gives what it was, where it was the one under way. */
  Optional<UnderWay> ended(IntentId ended) {
    return errand
        .getAndUpdate(now -> now.filter(it -> !it.errand().equals(ended)))
        .filter(it -> it.errand().equals(ended));
  }
}
