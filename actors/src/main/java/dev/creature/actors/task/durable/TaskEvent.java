package dev.creature.actors.task.durable;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.creature.actors.Stored;
import dev.creature.actors.task.TaskState;

/**
 * What happened to a task, as it is stored. Version 1; type ids and fields stay as they are,
 * further fields come with a default. All times are milliseconds since 1970.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskEvent.Asked.class, name = "asked"),
  @JsonSubTypes.Type(value = TaskEvent.Confirmed.class, name = "confirmed"),
  @JsonSubTypes.Type(value = TaskEvent.Dispatched.class, name = "dispatched"),
  @JsonSubTypes.Type(value = TaskEvent.Began.class, name = "began"),
  @JsonSubTypes.Type(value = TaskEvent.CancelAsked.class, name = "cancel-asked"),
  @JsonSubTypes.Type(value = TaskEvent.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = TaskEvent.Told.class, name = "told"),
})
public sealed interface TaskEvent extends Stored {
  /** When. */
  long atMillis();

  /** Somebody asked for it. */
  record Asked(StoredRequest request, long atMillis) implements TaskEvent {}

  /** The yes that names it was given. */
  record Confirmed(long atMillis) implements TaskEvent {}

  /** From here on the body may have it. */
  record Dispatched(long atMillis) implements TaskEvent {}

  /** The body moves for it. */
  record Began(long atMillis) implements TaskEvent {}

  /** It is to be stopped; the body has not answered yet. */
  record CancelAsked(String why, long atMillis) implements TaskEvent {}

  /** Nothing follows but {@link Told}. */
  record Ended(TaskState state, String words, long atMillis) implements TaskEvent {}

  /** The user heard what came of it. */
  record Told(long atMillis) implements TaskEvent {}
}
