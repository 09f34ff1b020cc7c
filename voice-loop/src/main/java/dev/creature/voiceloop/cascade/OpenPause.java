package dev.creature.voiceloop.cascade;

import dev.creature.voiceloop.cascade.EarsEvent.Silence;
import dev.creature.voiceloop.turntaking.TurnDecision;
import java.util.Optional;
import java.util.OptionalDouble;

/** A pause that is being weighed. Owned by the engine's actor. */
final class OpenPause {
  final int number;

  /** Words that were known when it began: mostly all that there will be. */
  final Optional<String> guess;

  Silence latest;
  Optional<String> words = Optional.empty();
  Optional<ReplyInProgress> draft = Optional.empty();

  /** Once the turn is to be taken as soon as the words are there. */
  Optional<TurnDecision.Commit> decided = Optional.empty();

  OpenPause(int number, long atMillis, long nowMillis, Optional<String> guess) {
    this.number = number;
    this.guess = guess;
    this.latest =
        new Silence(number, nowMillis, nowMillis - atMillis, 0, 0, OptionalDouble.empty());
  }
}
