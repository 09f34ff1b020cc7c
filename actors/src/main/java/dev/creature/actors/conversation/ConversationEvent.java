package dev.creature.actors.conversation;

import dev.creature.actors.intent.IntentId;
import dev.creature.actors.intent.IntentState;
import dev.creature.actors.task.PhysicalTask;
import dev.creature.actors.task.TaskId;
import dev.creature.actors.task.TaskState;

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

  /**
   * The first clause of an answer is written and spoken while a pause may still go on; nobody hears
   * it yet.
   *
   * @param hypothesis numbers the guesses of a conversation from 1
   */
  record SpeculationStarted(long atMillis, int hypothesis) implements ConversationEvent {}

  /** The guess was right: its sound leaves at once. */
  record SpeculationUsed(long atMillis, int hypothesis, int turn) implements ConversationEvent {}

  /**
   * The guess was wrong: nothing of it was heard.
   *
   * @param wastedMillis of computing time, as far as known
   */
  record SpeculationDropped(long atMillis, int hypothesis, long wastedMillis)
      implements ConversationEvent {}

  /** The creature lowers its voice, since somebody seems to speak. */
  record DuckStarted(long atMillis, int turn) implements ConversationEvent {}

  /**
   * The creature's voice is back, or was cut.
   *
   * @param resumed whether it goes on speaking
   */
  record DuckEnded(long atMillis, int turn, boolean resumed) implements ConversationEvent {}

  /**
   * The creature took the turn too early and gives it back: nothing that it said counts, and both
   * halves of what the user says are one turn.
   */
  record TurnReturned(long atMillis, int turn) implements ConversationEvent {}

  /** The creature has the turn for good: what the user said in it counts, and may be acted on. */
  record TurnSettled(long atMillis, int turn) implements ConversationEvent {}

  /** The creature shows that it listens: a nod, and perhaps a soft word. */
  record Backchannel(long atMillis, String words) implements ConversationEvent {}

  /** An intent has reached a rung of its ladder. */
  record IntentChanged(
      long atMillis, IntentId intent, IntentState state, PhysicalTask task, double confidence)
      implements ConversationEvent {}

  /**
   * A task has gone on.
   *
   * @param note what it does, what came of it, or why not; empty when there is nothing to say
   */
  record TaskChanged(long atMillis, TaskId task, TaskState state, String note)
      implements ConversationEvent {}

  /**
   * The creature feels differently.
   *
   * @param emotion label, such as {@code joy}
   * @param valence -1 (bad) to 1 (good)
   * @param arousal -1 (calm) to 1 (excited)
   */
  record AffectChanged(long atMillis, String emotion, double valence, double arousal)
      implements ConversationEvent {}
}
