package dev.creature.tools.remote;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.creature.actors.Stored;
import dev.creature.actors.task.TaskState;

/** What a remote body stores, version 1: type ids and fields stay as they are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RemoteJournal.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = RemoteJournal.Latched.class, name = "latched"),
  @JsonSubTypes.Type(value = RemoteJournal.Released.class, name = "released"),
})
sealed interface RemoteJournal extends Stored {
  /** A task is over. */
  record Ended(String task, TaskState state, String words) implements RemoteJournal {}

  /** The stop latch was set. */
  record Latched(String why) implements RemoteJournal {}

  /** The stop latch was released. */
  record Released() implements RemoteJournal {}
}
