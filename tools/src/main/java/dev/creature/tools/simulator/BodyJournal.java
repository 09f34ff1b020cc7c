package dev.creature.tools.simulator;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.creature.actors.Stored;
import dev.creature.actors.task.TaskState;
import dev.creature.tools.simulator.world.World;

/** What the simulated body stores, version 1: type ids and fields stay as they are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BodyJournal.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = BodyJournal.Latched.class, name = "latched"),
  @JsonSubTypes.Type(value = BodyJournal.Released.class, name = "released"),
})
sealed interface BodyJournal extends Stored {
  /**
   * A task is over, and the world is so. Both in one event: a process that dies sees the task done
   * in its world, or neither.
   */
  record Ended(String task, TaskState state, String words, World world) implements BodyJournal {}

  /** The stop latch was set. */
  record Latched(String why) implements BodyJournal {}

  /** The stop latch was released. */
  record Released() implements BodyJournal {}
}
