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

  /** No more sound comes for this reply. */
  record ReplyComplete(int turn) implements EngineEvent {}

  /** Play nothing more of this reply, from this moment on. */
  record CutReply(int turn) implements EngineEvent {}
}
