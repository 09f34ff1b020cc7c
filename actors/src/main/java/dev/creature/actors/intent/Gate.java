package dev.creature.actors.intent;

import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.Reversibility;

/** Decides whether a deed may be done, from all that is known of who asks, where and when. */
@FunctionalInterface
public interface Gate {
  /** Asked once for each deed, when it is committed or about to start on a hypothesis. */
  Permission permits(PhysicalTask task, Reversibility reversibility);

  /** Irreversible deeds need a yes; all others are allowed. */
  static Gate byReversibility() {
    return (_, reversibility) ->
        reversibility == Reversibility.IRREVERSIBLE ? Permission.CONFIRM : Permission.ALLOW;
  }
}
