package dev.creature.actors.intent.audit;

import dev.creature.actors.task.PhysicalTask;

/** Words of the creature that no deed stands behind. */
public sealed interface Finding {
  /** The words, as said. */
  String words();

  /**
   * It promised a deed that nobody asked for or that was lost.
   *
   * @param promise what it would take to keep it
   */
  record Repair(String words, PhysicalTask promise) implements Finding {}

  /**
   * It said that something is done which is not.
   *
   * @param verb the base form of what it claims
   */
  record Unfounded(String words, String verb) implements Finding {}
}
