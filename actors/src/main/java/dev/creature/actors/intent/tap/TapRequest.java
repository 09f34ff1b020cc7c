package dev.creature.actors.intent.tap;

import dev.creature.actors.intent.audit.Finding;
import dev.creature.actors.intent.ladder.LadderOutput;

/** What the tap asks of those who have deeds done. */
public sealed interface TapRequest {
  /** Dispatch, ask first, cancel, halt or release; never {@link LadderOutput.Changed}. */
  record Act(LadderOutput output) implements TapRequest {}

  /** The creature said what no deed stands behind. */
  record Mend(int turn, Finding finding) implements TapRequest {}
}
