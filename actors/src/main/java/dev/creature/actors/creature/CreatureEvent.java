package dev.creature.actors.creature;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.creature.actors.Stored;
import dev.creature.actors.talk.Exchange;

/** What the creature stores, version 1: type ids and fields stay as they are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = CreatureEvent.Remembered.class, name = "remembered"),
  @JsonSubTypes.Type(value = CreatureEvent.Tempered.class, name = "tempered"),
  @JsonSubTypes.Type(value = CreatureEvent.TaskChanged.class, name = "task"),
  @JsonSubTypes.Type(value = CreatureEvent.Forgot.class, name = "forgot"),
})
public sealed interface CreatureEvent extends Stored {
  /** This was said and heard. */
  record Remembered(String conversation, Exchange exchange, long atMillis)
      implements CreatureEvent {}

  /** The baseline of its feelings moved. */
  record Tempered(double valence, double arousal) implements CreatureEvent {}

  /** A task is open, or no more. */
  record TaskChanged(String task, boolean open) implements CreatureEvent {}

  /** What was said in that conversation is forgotten. */
  record Forgot(String conversation) implements CreatureEvent {}
}
