package dev.creature.actors.intent.audit;

import dev.creature.actors.task.PhysicalTask;

/** Words of the creature that no deed stands behind. */
public sealed interface Finding {
  /** The words, as said. */
  String words();

  /** What the creature says to put it right; it begins nothing by its own word. */
  default String correction() {
    String said = words().strip().replaceAll("[.!;,]+$", "");
    return switch (this) {
      case Repair _ ->
          "I said: " + said + ". But I have not begun that. Tell me again what I should do.";
      case Unfounded _ -> "I said: " + said + ". But that is not done.";
    };
  }

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
