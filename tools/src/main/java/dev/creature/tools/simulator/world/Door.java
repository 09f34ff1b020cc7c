package dev.creature.tools.simulator.world;

import java.util.List;

/**
 * A door between two rooms, or from a room to the outside.
 *
 * @param area the gap in the wall that it fills when closed
 * @param rooms the names of the rooms on its two sides; {@code outside} is none that can be entered
 */
public record Door(String name, List<String> names, Area area, List<String> rooms) {
  public Door {
    names = List.copyOf(names);
    rooms = List.copyOf(rooms);
  }
}
