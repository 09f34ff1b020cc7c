package dev.creature.reasoning.errand;

import dev.creature.actors.intent.IntentId;

/** What the reasoner tells. */
public sealed interface ReasonerEvent {
  /** Whose it is. */
  IntentId errand();

  /** To be said in the next breath. */
  record Say(IntentId errand, String words) implements ReasonerEvent {}

  /** Nothing follows. */
  record Ended(IntentId errand, Outcome outcome) implements ReasonerEvent {}

  /** How an errand can end. */
  enum Outcome {
    DONE,
    FAILED,
    CANCELLED
  }
}
