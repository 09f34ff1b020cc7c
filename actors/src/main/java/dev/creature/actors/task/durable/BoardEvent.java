package dev.creature.actors.task.durable;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.creature.actors.Stored;

/** What the board stores, so that it finds its tasks again: version 1, as {@link TaskEvent}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BoardEvent.Registered.class, name = "registered"),
  @JsonSubTypes.Type(value = BoardEvent.Closed.class, name = "closed"),
})
sealed interface BoardEvent extends Stored {
  /** There is such a task; it may not have been stored itself yet. */
  record Registered(StoredRequest request, long atMillis) implements BoardEvent {}

  /** It is over; once it is told, too, its entity may rest. */
  record Closed(TaskRecord task) implements BoardEvent {}
}
