package dev.creature.actors.intent.ladder;

import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.Reading;

/** What can happen to intents. */
public sealed interface LadderInput {
  /** Words of a turn that still goes on. */
  record PartialRead(int turn, Reading reading) implements LadderInput {}

  /** All words of a turn. */
  record FinalRead(int turn, Reading reading) implements LadderInput {}

  /** The turn goes on after all: its words will be read again, whole. */
  record TurnReturned(int turn) implements LadderInput {}

  /** The user tapped yes or no at this very deed. */
  record Tapped(IntentId intent, boolean yes) implements LadderInput {}

  /** Nobody answered for too long. */
  record ConfirmationTimedOut(IntentId intent) implements LadderInput {}

  /** What became of a deed that was dispatched. */
  record Ended(IntentId intent, Outcome outcome) implements LadderInput {}

  /** How a deed can end. */
  enum Outcome {
    DONE,
    FAILED,
    CANCELLED
  }

  /**
   * The reasoner wants a deed done that needs the user's yes.
   *
   * @param intent made by who asks; known ones change nothing
   */
  record Proposed(IntentId intent, Reading.ReadTask read) implements LadderInput {}

  /** The user has heard the question that names this deed. */
  record QuestionHeard(IntentId intent) implements LadderInput {}

  /** A button was pressed: halt, and take back everything. */
  record StopPressed() implements LadderInput {}
}
