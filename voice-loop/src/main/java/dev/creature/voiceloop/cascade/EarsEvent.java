package dev.creature.voiceloop.cascade;

import java.util.OptionalDouble;

/**
 * What ears say, in order. A pause is numbered: what belongs to an earlier one is of no use once
 * the user has gone on.
 *
 * <p>All times are milliseconds on the conversation's clock.
 */
public sealed interface EarsEvent {
  /** The user's voice begins, or goes on after a pause. */
  record VoiceStarted(long atMillis, long noticedMillis) implements EarsEvent {}

  /** It ends, perhaps only for a pause. */
  record VoiceEnded(int pause, long atMillis, long noticedMillis) implements EarsEvent {}

  /** Words so far. */
  record PartialWords(long atMillis, String text, int stableCharacters) implements EarsEvent {}

  /**
   * A pause lasts.
   *
   * @param endProbability latest word of the end-of-turn model in this pause
   */
  record Silence(
      int pause,
      long nowMillis,
      long silenceMillis,
      long speechMillis,
      OptionalDouble endProbability)
      implements EarsEvent {}

  /**
   * The words of the whole turn up to this pause; empty when nothing was understood or the
   * recogniser failed.
   */
  record TurnWords(int pause, long nowMillis, String text) implements EarsEvent {}

  /** A part of hearing failed. The ears go on. */
  record EarsFailed(String message) implements EarsEvent {}
}
