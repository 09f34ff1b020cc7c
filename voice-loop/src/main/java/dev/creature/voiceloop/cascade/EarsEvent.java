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

  /**
   * The voice that begins at this moment is far softer than those whose turns were taken: somebody
   * across the room, or a television. {@link VoiceStarted} follows.
   */
  record VoiceFar(long nowMillis) implements EarsEvent {}

  /** That voice has become as loud as theirs. */
  record VoiceNear(long nowMillis) implements EarsEvent {}

  /** It ends, perhaps only for a pause. */
  record VoiceEnded(int pause, long atMillis, long noticedMillis) implements EarsEvent {}

  /**
   * Something that sounds like a voice, too short as yet to be sure.
   *
   * @param nowMillis end of the window that sounds so
   */
  record VoiceLikely(long nowMillis) implements EarsEvent {}

  /**
   * The voice has made no sound for a moment: a pause may begin, or a consonant.
   *
   * @param atMillis last sound
   */
  record Hushed(int pause, long atMillis, long nowMillis) implements EarsEvent {}

  /**
   * The moment of silence was none: the voice goes on.
   *
   * @param pausedMillis how long there was no sound
   */
  record WentOn(long nowMillis, long pausedMillis) implements EarsEvent {}

  /**
   * Words so far.
   *
   * @param heardMillis where the sound ends that they were understood from
   */
  record PartialWords(long atMillis, String text, int stableCharacters, long heardMillis)
      implements EarsEvent {}

  /**
   * A pause lasts.
   *
   * @param finalDecibels how the voice fell before it, see {@link
   *     dev.creature.voiceloop.turntaking.FinalLevel}
   * @param endProbability latest word of the end-of-turn model in this pause
   */
  record Silence(
      int pause,
      long nowMillis,
      long silenceMillis,
      long speechMillis,
      double finalDecibels,
      OptionalDouble endProbability)
      implements EarsEvent {}

  /**
   * The words of the whole turn up to this pause, once soon after it began and once more, surer,
   * when it lasts; empty when nothing was understood or the recogniser failed.
   */
  record TurnWords(int pause, long nowMillis, String text) implements EarsEvent {}

  /** A part of hearing failed. The ears go on. */
  record EarsFailed(String message) implements EarsEvent {}
}
