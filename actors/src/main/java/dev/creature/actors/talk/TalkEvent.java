package dev.creature.actors.talk;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.creature.actors.Stored;

/** What is stored of a conversation, version 1: type ids and fields stay as they are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TalkEvent.Moved.class, name = "moved"),
  @JsonSubTypes.Type(value = TalkEvent.Asked.class, name = "asked"),
  @JsonSubTypes.Type(value = TalkEvent.Returned.class, name = "returned"),
  @JsonSubTypes.Type(value = TalkEvent.Answered.class, name = "answered"),
})
public sealed interface TalkEvent extends Stored {
  /** A node has the conversation from now on; those with a lower fence may store no more. */
  record Moved(long fence, String node) implements TalkEvent {}

  /** The user said this; an answer is due. */
  record Asked(int turn, String text) implements TalkEvent {}

  /** The turn had been taken too early: its words come again, with more. */
  record Returned(int turn) implements TalkEvent {}

  /** So much of the answer was heard. */
  record Answered(int turn, String heard, boolean cut) implements TalkEvent {}
}
