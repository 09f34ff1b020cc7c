package dev.creature.actors.intent.ladder;

import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;

/** What the ladder wants known or done. */
public sealed interface LadderOutput {
  /** An intent has reached a rung, or its hypothesis reads otherwise now. */
  record Changed(IntentId intent, IntentState state, PhysicalTask task, double confidence)
      implements LadderOutput {}

  /** Have it done. Comes once for an intent; the id is the key by which a repetition is known. */
  record Dispatch(IntentId intent, PhysicalTask task, Reversibility reversibility)
      implements LadderOutput {}

  /** Ask the user first; the answer must name the deed. */
  record AskFirst(IntentId intent, PhysicalTask task) implements LadderOutput {}

  /** The policy does not let it be done. */
  record Denied(IntentId intent, PhysicalTask task) implements LadderOutput {}

  /** Stop doing it. */
  record Cancel(IntentId intent) implements LadderOutput {}

  /** Halt the body. */
  record Halt() implements LadderOutput {}

  /** The body may move again. */
  record Release() implements LadderOutput {}
}
