package dev.creature.deploy.node;

import dev.creature.actors.conversation.ConversationEvent;
import dev.creature.actors.conversation.ConversationId;
import dev.creature.actors.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What of a conversation's events goes on to its deeds. After a move the words that the user said
 * last are answered again; whether they became deeds already is for the board to say, and until it
 * has, everything waits here. Not thread-safe.
 */
final class CopiesForDeeds {
  private final ConversationId conversation;
  private final Consumer<ConversationEvent> deeds;
  private final List<ConversationEvent> waiting = new ArrayList<>();
  private Optional<Integer> undecided;
  private Optional<Integer> done = Optional.empty();

  /**
   * Begins.
   *
   * @param openTurn the turn that is answered again, if there is one
   */
  CopiesForDeeds(
      ConversationId conversation, Optional<Integer> openTurn, Consumer<ConversationEvent> deeds) {
    this.conversation = conversation;
    this.undecided = openTurn;
    this.deeds = deeds;
  }

  /** Whether the board is still to be asked. */
  boolean waits() {
    return undecided.isPresent();
  }

  void observed(ConversationEvent event) {
    if (undecided.isPresent()) {
      waiting.add(event);
    } else if (!isDone(event)) {
      deeds.accept(event);
    }
  }

  /** The board knows these tasks. */
  void decide(List<TaskStatus> tasks) {
    undecided.ifPresent(turn -> {
      String deed = conversation.value() + "." + turn + ".";
      if (tasks.stream().anyMatch(task -> task.id().value().startsWith(deed))) {
        done = undecided;
      }
    });
    undecided = Optional.empty();
    List<ConversationEvent> late = List.copyOf(waiting);
    waiting.clear();
    late.forEach(this::observed);
  }

  private boolean isDone(ConversationEvent event) {
    Optional<Integer> turn =
        switch (event) {
          case ConversationEvent.UserFinal it -> Optional.of(it.turn());
          case ConversationEvent.TurnSettled it -> Optional.of(it.turn());
          case ConversationEvent.TurnCommitted it -> Optional.of(it.turn());
          case ConversationEvent.ReplyToken it -> Optional.of(it.turn());
          case ConversationEvent.ReplyAudioEnded it -> Optional.of(it.turn());
          case ConversationEvent _ -> Optional.empty();
        };
    return turn.isPresent() && turn.equals(done);
  }
}
