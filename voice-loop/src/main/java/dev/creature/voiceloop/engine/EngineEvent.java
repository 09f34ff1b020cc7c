package dev.creature.voiceloop.engine;

import dev.creature.actors.conversation.ConversationEvent;

/** What a voice engine tells its conversation, in order. */
public sealed interface EngineEvent {
  /**
   * Something that was heard, decided or thought, to be passed on to whoever observes the
   * conversation.
   */
  record Noticed(ConversationEvent event) implements EngineEvent {}

  /** More sound of a reply, to be played behind what came before. */
  record ReplySound(int turn, SoundClip clip) implements EngineEvent {}

  /** A short sound that belongs to no reply: played at once, and dropped when a reply begins. */
  record Aside(SoundClip clip) implements EngineEvent {}

  /** No more sound comes for this reply. */
  record ReplyComplete(int turn) implements EngineEvent {}

  /**
   * Lower the voice, or raise it again.
   *
   * @param lowered to {@link dev.creature.voiceloop.link.Speaker#DUCKED} of its loudness
   */
  record DuckReply(int turn, boolean lowered) implements EngineEvent {}

  /**
   * Fall silent, but keep the reply.
   *
   * @param coveredFromMillis since when its words were covered by another voice
   */
  record HoldReply(int turn, long coveredFromMillis) implements EngineEvent {}

  /** Go on with a reply that is held, from the first word that was covered. */
  record ResumeReply(int turn) implements EngineEvent {}

  /** Play nothing more of this reply, from this moment on. */
  record CutReply(int turn) implements EngineEvent {}
}
