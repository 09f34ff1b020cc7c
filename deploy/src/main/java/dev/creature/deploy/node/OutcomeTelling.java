package dev.creature.deploy.node;

import dev.creature.actors.intent.ladder.LadderInput;
import dev.creature.actors.task.TaskCommand;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;
import dev.creature.actors.task.TaskStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pekko.actor.typed.ActorRef;

/**
 * Tells the user what came of tasks: each outcome once, however many conversations there are.
 * Belongs to {@link ConversationDeeds} and is called by it alone.
 */
final class OutcomeTelling {
  private final Deeds deeds;
  private final Consumer<String> tell;
  private final ActorRef<TaskCommand.OutcomeClaim> answers;
  private final Map<TaskId, String> outcomes = new HashMap<>();
  private final Set<TaskId> followed = new HashSet<>();

  /**
   * For one conversation.
   *
   * @param tell has words spoken in the next breath
   * @param answers hands what the board answers to {@link #answered}
   */
  OutcomeTelling(Deeds deeds, Consumer<String> tell, ActorRef<TaskCommand.OutcomeClaim> answers) {
    this.deeds = deeds;
    this.tell = tell;
    this.answers = answers;
  }

  /** Another task of a chain follows on this one: that it is done is not worth words. */
  void follows(TaskId task) {
    followed.add(task);
  }

  /** Only one conversation tells an outcome, however many there are. */
  void claim(TaskStatus status) {
    outcomes.put(status.id(), DeedWords.outcome(status, followed.contains(status.id())));
    deeds.board().tell(new TaskCommand.ClaimOutcome(status.id(), answers));
  }

  /** Tells it, where it may. */
  void answered(TaskCommand.OutcomeClaim claim) {
    String words = Optional.ofNullable(outcomes.remove(claim.task())).orElse("");
    if (claim.granted()) {
      if (!words.isBlank()) {
        tell.accept(words);
      }
      deeds.board().tell(new TaskCommand.Told(claim.task()));
    }
  }

  /** What a state means to the ladder; empty for what is not over. */
  static Optional<LadderInput.Outcome> outcome(TaskState state) {
    return switch (state) {
      case DONE -> Optional.of(LadderInput.Outcome.DONE);
      case FAILED, DENIED -> Optional.of(LadderInput.Outcome.FAILED);
      case CANCELLED -> Optional.of(LadderInput.Outcome.CANCELLED);
      case ACCEPTED, AWAITING_CONFIRMATION, DISPATCHED, RUNNING -> Optional.empty();
    };
  }
}
