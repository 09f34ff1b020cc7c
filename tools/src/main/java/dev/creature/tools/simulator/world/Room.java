package dev.creature.tools.simulator.world;

import java.util.List;

/**
 * A room between its walls.
 *
 * @param names all words for it, its own name first
 */
public record Room(String name, List<String> names, Area area) {
  public Room {
    names = List.copyOf(names);
  }
}
