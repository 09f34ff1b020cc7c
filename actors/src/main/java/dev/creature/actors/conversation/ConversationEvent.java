package dev.creature.actors.conversation;

/**
 * Something that happened in a conversation.
 *
 * <p>All times are milliseconds on the conversation's sample clock: 0 is the first sample of the
 * user's audio. An event that describes sound carries the time of the sound, not the time at which
 * it was noticed. A turn is numbered from 1; the reply to it has the same number.
 */
public sealed interface ConversationEvent {
  /** When it happened. */
  long atMillis();

  /**
   * The user's voice begins.
   *
   * @param atMillis first sound
   * @param noticedMillis when the ears were sure
   */
  record UserSpeechStarted(long atMillis, long noticedMillis) implements ConversationEvent {}

  /**
   * The user's voice ends, perhaps only for a pause inside the turn.
   *
   * @param atMillis last sound
   * @param noticedMillis when the ears were sure
   */
  record UserSpeechEnded(long atMillis, long noticedMillis) implements ConversationEvent {}

  /**
   * Words of the turn so far.
   *
   * @param text all of them
   * @param stableCharacters this many characters at the front will not be taken back
   */
  record UserPartial(long atMillis, String text, int stableCharacters)
      implements ConversationEvent {}

  /** The words of a whole turn. */
  record UserFinal(long atMillis, int turn, String text) implements ConversationEvent {}

  /**
   * The creature takes the turn.
   *
   * @param probability that the turn has ended, 0 to 1
   * @param silenceMillis since the user's last sound
   */
  record TurnCommitted(long atMillis, int turn, double probability, long silenceMillis)
      implements ConversationEvent {}

  /** A piece of the creature's inner monologue: the text that is about to be spoken. */
  record ReplyToken(long atMillis, int turn, String text) implements ConversationEvent {}

  /** The first sound of a reply is heard. */
  record ReplyAudioStarted(long atMillis, int turn) implements ConversationEvent {}

  /**
   * The last sound of a reply was heard.
   *
   * @param heard the words that were played
   * @param interrupted whether it was cut before its end
   */
  record ReplyAudioEnded(long atMillis, int turn, String heard, boolean interrupted)
      implements ConversationEvent {}

  /**
   * Something went wrong that the user may notice; the conversation goes on.
   *
   * @param part which part failed, such as {@code brain} or {@code mouth}
   * @param message what was wrong, one line
   */
  record Trouble(long atMillis, String part, String message) implements ConversationEvent {}
}
