package dev.creature.actors.intent.ladder;

import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.intent.Reading.ReadTask;

/**
 * Where an intent stands.
 *
 * @param turn in which it was asked for
 * @param index its place among the deeds of that turn, from 1
 * @param read what is to be done
 * @param seen in how many readings of the turn it stood the same
 * @param awaiting whether it waits for a yes
 * @param asked whether the question that names it was heard, and nothing was said since: then a
 *     bare yes is a yes to it
 */
public record Rung(
    IntentId intent,
    int turn,
    int index,
    ReadTask read,
    IntentState state,
    int seen,
    boolean awaiting,
    boolean asked) {
  Rung at(IntentState next) {
    return new Rung(intent, turn, index, read, next, seen, false, false);
  }

  Rung seenAgain(ReadTask again) {
    return new Rung(intent, turn, index, again, state, seen + 1, awaiting, asked);
  }

  Rung revised(ReadTask other) {
    return new Rung(intent, turn, index, other, state, 1, awaiting, false);
  }

  Rung asking() {
    return new Rung(intent, turn, index, read, state, seen, true, false);
  }

  Rung heard(boolean question) {
    return new Rung(intent, turn, index, read, state, seen, awaiting, question);
  }
}
