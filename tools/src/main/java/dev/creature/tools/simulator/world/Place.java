package dev.creature.tools.simulator.world;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a thing is. Stored with the world: type ids and fields stay as they are. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Place.At.class, name = "at"),
  @JsonSubTypes.Type(value = Place.Floor.class, name = "floor"),
  @JsonSubTypes.Type(value = Place.Held.class, name = "held"),
  @JsonSubTypes.Type(value = Place.With.class, name = "with"),
})
public sealed interface Place {
  /** On a fixture or inside it, at that point. */
  record At(String fixture, boolean inside, Point point) implements Place {}

  /** On the floor. */
  record Floor(Point point) implements Place {}

  /** In the body's hand. */
  record Held() implements Place {}

  /** Somebody has it. */
  record With(String person) implements Place {}
}
